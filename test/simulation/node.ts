import { insertEvidence } from '@enkaku/shared/db/evidence.ts';
import { claimJob, type JobRow, mostAttempts, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { findNode, recordFault } from '@enkaku/shared/db/node.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import { buildPorts } from '@enkaku/shared/evidence/ports/build.fixture.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import { addMs, epochMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import type { Random } from './random.ts';
import type { Watch } from './watch.ts';

const leaseMs = 30_000;
const renewEveryMs = 20_000;
const closingMarginMs = 1000;

interface Running {
  readonly job: JobRow;
  readonly endsAtMs: number;
  leaseEndsAtMs: number;
  /** The node itself stops sending at its own lease's end, at its window's, and when it is told. */
  sending: boolean;
}

export interface Surroundings {
  readonly store: Store;
  readonly random: Random;
  readonly watch: Watch;
  /** Hosts that end whatever node looks at them. */
  readonly deadly: ReadonlySet<string>;
  readonly durationMs: (host: string) => number;
  readonly windowOf: (job: JobRow) => { readonly opensAt: Instant; readonly closesAt: Instant };
  /** What the control of the fleet API would answer. */
  isStopped(job: JobRow): boolean;
  finished(job: JobRow): void;
  lostLease(): void;
}

/** A scanner node as the scheduler and the targets know it; it may die, and it may be cut off. */
export class SimulatedNode {
  readonly id: NodeId;
  readonly #slots: number;
  readonly #world: Surroundings;
  #running: Running[] = [];
  #deadUntilMs = 0;
  #cutOffUntilMs = 0;

  constructor(id: NodeId, slots: number, world: Surroundings) {
    this.id = id;
    this.#slots = slots;
    this.#world = world;
  }

  /** kill -9: nothing more is sent, to anybody, and nothing is remembered. */
  die(untilMs: number): void {
    for (const { job, sending } of this.#running) if (sending) this.#world.watch.end(job.host);
    this.#running = [];
    this.#deadUntilMs = untilMs;
  }

  cutOff(untilMs: number): void {
    this.#cutOffUntilMs = untilMs;
  }

  /** The node's own timers: they need nobody. */
  keepPromises(now: Instant): void {
    const nowMs = epochMs(now);
    for (const one of this.#running) {
      if (!one.sending) continue;
      if (nowMs >= one.leaseEndsAtMs || isClosed(one.job, nowMs)) this.#stopSending(one);
      else this.#world.watch.packet(one.job.host, this.#world.windowOf(one.job), nowMs);
    }
  }

  /** Reports, and claims where there may be work. @returns whether there may be more for others */
  async turn(now: Instant, mayClaim: boolean): Promise<boolean> {
    const nowMs = epochMs(now);
    if (nowMs < this.#deadUntilMs || nowMs < this.#cutOffUntilMs) return mayClaim;
    for (const one of [...this.#running]) await this.#report(one, now, nowMs);
    return mayClaim && (await this.#claim(now, nowMs));
  }

  async #report(one: Running, now: Instant, nowMs: number): Promise<void> {
    const { job } = one;
    try {
      if (this.#world.isStopped(job)) return await this.#finish(one, now, 'stopped');
      if (isClosed(job, nowMs)) return await this.#finish(one, now, 'window-closed');
      if (one.sending && nowMs >= one.endsAtMs) return await this.#finish(one, now, 'done');
      if (nowMs >= one.leaseEndsAtMs - (leaseMs - renewEveryMs)) await this.#renew(one, now, nowMs);
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      this.#world.lostLease();
      this.#drop(one);
    }
  }

  async #renew(one: Running, now: Instant, nowMs: number): Promise<void> {
    // What the node had given up by itself it does not take up again without a new grant.
    if (!one.sending) throw new LeaseLostError(one.job.id);
    const held = { jobId: one.job.id, token: one.job.leaseToken };
    await updateHeldJob(this.#world.store.db, held, { leaseExpiresAt: addMs(now, leaseMs) });
    one.leaseEndsAtMs = nowMs + leaseMs;
  }

  async #finish(one: Running, now: Instant, how: 'done' | 'stopped' | 'window-closed'): Promise<void> {
    const { store } = this.#world;
    const { job } = one;
    if (one.sending) this.#stopSending(one);
    const held = { jobId: job.id, token: job.leaseToken };
    await store.db.transaction().execute(async (trx) => {
      await updateHeldJob(trx, held, {
        state: how === 'done' ? 'done' : 'stopped',
        unprobed: encodeJson(
          how === 'done'
            ? []
            : [
                {
                  kind: 'ports',
                  endpoint: { host: job.host, name: null, port: null, transport: 'tcp' },
                  reason: how,
                  detail: '',
                },
              ],
        ),
        finishedAt: now,
      });
      if (how === 'done') await insertEvidence(trx, { ...buildPorts(), id: newId('evd'), jobId: job.id });
    });
    this.#world.finished(job);
    this.#drop(one);
  }

  /** @returns false when there was nothing left to claim */
  async #claim(now: Instant, nowMs: number): Promise<boolean> {
    const { store, deadly, durationMs, watch } = this.#world;
    if ((await findNode(store.db, this.id))?.state !== 'active') return true;
    while (this.#running.length < this.#slots) {
      const job = await claimJob(store.db, store.engine, {
        nodeId: this.id,
        now,
        leaseExpiresAt: addMs(now, leaseMs),
      });
      if (job === undefined) return false;
      if (job.lostBy !== null) await recordFault(store.db, job.lostBy, job.host, now);
      if (job.attempts > mostAttempts) throw new Error(`${job.host} was begun ${job.attempts} times`);
      watch.begin(this.id, job.host, job.neighbourhood);
      watch.packet(job.host, this.#world.windowOf(job), nowMs);
      const leaseEndsAtMs = nowMs + leaseMs;
      this.#running.push({ job, endsAtMs: nowMs + durationMs(job.host), leaseEndsAtMs, sending: true });
      if (deadly.has(job.host)) {
        this.die(nowMs + 60_000);
        break;
      }
    }
    return true;
  }

  #stopSending(one: Running): void {
    one.sending = false;
    this.#world.watch.end(one.job.host);
  }

  #drop(one: Running): void {
    if (one.sending) this.#stopSending(one);
    this.#running = this.#running.filter((other) => other !== one);
  }
}

function isClosed({ closesAt }: JobRow, nowMs: number): boolean {
  return nowMs >= epochMs(closesAt) - closingMarginMs;
}
