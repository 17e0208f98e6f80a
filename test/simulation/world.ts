import { setImmediate } from 'node:timers/promises';
import type { JobRow } from '@enkaku/shared/db/job.ts';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { insertMail } from '@enkaku/shared/db/outbox.ts';
import { moveReservation, type ReservationRow, stopReservation } from '@enkaku/shared/db/reservation.ts';
import {
  noon,
  seedAsset,
  seedNode,
  seedOrganisation,
  seedReservation,
} from '@enkaku/shared/db/seed.fixture.ts';
import { liftStop, placeStop } from '@enkaku/shared/db/stop.ts';
import type { AssetId, NodeId, OrganisationId, ReservationId, StopId } from '@enkaku/shared/model/id.ts';
import { addMs, epochMs, type Instant, instant } from '@enkaku/shared/model/instant.ts';
import { mostOfNeighbourhood } from '@enkaku/shared/model/neighbourhood.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import { dueWorkers, type WorkerName } from '../../scheduler/jobs/due.ts';
import { closeWindows } from '../../scheduler/jobs/steps/close-windows.ts';
import { expireLeases } from '../../scheduler/jobs/steps/expire-leases.ts';
import { planDue } from '../../scheduler/jobs/steps/plan-due.ts';
import { reportLate } from '../../scheduler/jobs/steps/report-late.ts';
import { sendReminders } from '../../scheduler/jobs/steps/send-reminders.ts';
import { settleReservations } from '../../scheduler/jobs/steps/settle-reservations.ts';
import type { Message, Work } from '../../scheduler/jobs/work.ts';
import { SimulatedNode } from './node.ts';
import { type Random, randomOf } from './random.ts';
import { Stopped } from './stopped.ts';
import { BrokenPromiseError, Watch } from './watch.ts';

const minuteMs = 60_000;
const tickMs = 5000;

export interface Scale {
  readonly organisations: number;
  readonly reservations: number;
  readonly nodes: number;
  readonly slots: number;
  /** Hosts of one reservation: a range of this prefix. */
  readonly prefix: number;
  /** Over this time the windows open. */
  readonly spreadMs: number;
}

export interface Outcome {
  readonly jobs: number;
  readonly finishedByNodes: number;
  readonly leasesLost: number;
  readonly packets: number;
  readonly busiest: number;
  readonly told: ReadonlyMap<ReservationId, readonly Message[]>;
  readonly states: Readonly<Record<string, number>>;
}

/** The real planner, queries and state machine, with a clock, nodes and people that are made up. Seeded: it can be played again. */
export async function simulate(seed: number, scale: Scale): Promise<Outcome> {
  await using store = await openStore('sqlite::memory:');
  const world = new World(store, randomOf(seed), scale);
  await world.furnish();
  await world.run();
  return await world.outcome();
}

class World {
  readonly #store: Store;
  readonly #random: Random;
  readonly #scale: Scale;
  readonly #watch = new Watch(mostOfNeighbourhood);
  readonly #windows = new Map<ReservationId, Window>();
  readonly #told = new Map<ReservationId, Message[]>();
  readonly #deadly = new Set<string>();
  readonly #organisations: OrganisationId[] = [];
  readonly #stops: { readonly id: StopId; readonly untilMs: number }[] = [];
  readonly #stopped = new Stopped();
  #nodes: readonly SimulatedNode[] = [];
  #now: Instant = noon;
  #finished = 0;
  #leasesLost = 0;

  constructor(store: Store, random: Random, scale: Scale) {
    this.#store = store;
    this.#random = random;
    this.#scale = scale;
  }

  async furnish(): Promise<void> {
    const { db } = this.#store;
    const random = this.#random;
    await db.transaction().execute(async (trx) => {
      const assets: (readonly [OrganisationId, AssetId])[] = [];
      for (let number = 0; number < this.#scale.organisations; number++) {
        const id = await seedOrganisation(trx);
        this.#organisations.push(id);
        for (let range = 0; range < 30; range++) {
          const network = `10.${number}.${range}.0/${this.#scale.prefix}`;
          if (random.chance(0.05)) this.#deadly.add(`10.${number}.${range}.1`);
          assets.push([id, await seedAsset(trx, id, { kind: 'range', value: network })]);
        }
      }
      for (let number = 0; number < this.#scale.reservations; number++) {
        const [organisationId, asset] = random.pick(assets);
        const opensAt = addMs(
          noon,
          random.between(1, Math.round(this.#scale.spreadMs / minuteMs)) * minuteMs,
        );
        const closesAt = addMs(opensAt, random.between(10, 240) * minuteMs);
        const overrides = { organisationId, opensAt, closesAt, state: 'confirmed' as const };
        const { id } = await seedReservation(trx, overrides, [asset]);
        this.#windows.set(id, { opensAt, closesAt });
        if (random.chance(0.05)) await this.#blackout(trx, organisationId, { opensAt, closesAt });
      }
    });
    const world = {
      store: this.#store,
      random,
      watch: this.#watch,
      deadly: this.#deadly,
      durationMs: () => random.between(1, 12) * tickMs,
      windowOf: ({ reservationId }: { reservationId: ReservationId }) => this.#windowOf(reservationId),
      isStopped: (job: JobRow) => this.#stopped.has(job),
      finished: () => {
        this.#finished += 1;
      },
      lostLease: () => {
        this.#leasesLost += 1;
      },
    };
    const ids: NodeId[] = [];
    for (let number = 0; number < this.#scale.nodes; number++) ids.push((await seedNode(db)).id);
    this.#nodes = ids.map((id) => new SimulatedNode(id, this.#scale.slots, world));
  }

  async run(): Promise<void> {
    const last = Math.max(...[...this.#windows.values()].map(({ closesAt }) => epochMs(closesAt)));
    for (let atMs = epochMs(noon); atMs <= last + 10 * minuteMs; atMs += tickMs) {
      this.#now = instant(atMs);
      for (const node of this.#nodes) node.keepPromises(this.#now);
      await this.#misfortune(atMs);
      await this.#schedule();
      // When one node is granted nothing, neither is another at the same instant.
      let more = true;
      for (const node of this.#nodes) more = await node.turn(this.#now, more);
      // SQLite answers without a turn of the event loop, and only in one are its statements freed.
      await setImmediate();
    }
    for (let round = 0; round < 4; round++) await this.#schedule();
  }

  async outcome(): Promise<Outcome> {
    const { db } = this.#store;
    const jobs = await db.selectFrom('job').select(['state', 'attempts']).execute();
    const unfinished = jobs.filter(({ state }) => state === 'queued' || state === 'leased');
    if (unfinished.length > 0) throw new BrokenPromiseError(`${unfinished.length} jobs have no end`);
    for (const { id, state, failure } of await db.selectFrom('reservation').selectAll().execute()) {
      const messages = this.#told.get(id) ?? [];
      const told = messages.filter(({ kind }) => kind === 'could-not-run').length;
      if (state === 'could-not-run' && (told !== 1 || failure === null)) {
        throw new BrokenPromiseError(`${id} could not run, told ${told} times`);
      }
      if (told > 1) throw new BrokenPromiseError(`${id} was told ${told} times`);
      if (state !== 'could-not-run' && state !== 'reported' && state !== 'stopped') {
        throw new BrokenPromiseError(`${id} ends as ${state}`);
      }
    }
    const reservations = await db.selectFrom('reservation').select('state').execute();
    return {
      jobs: jobs.length,
      finishedByNodes: this.#finished,
      leasesLost: this.#leasesLost,
      packets: this.#watch.packets,
      busiest: this.#watch.busiest,
      told: this.#told,
      states: Object.fromEntries(
        [...Map.groupBy(reservations, ({ state }) => state)].map(([state, of]) => [state, of.length]),
      ),
    };
  }

  #windowOf(id: ReservationId): Window {
    const window = this.#windows.get(id);
    if (window === undefined) throw new BrokenPromiseError(`${id} was never booked`);
    return window;
  }

  async #blackout(trx: Store['db'], organisationId: OrganisationId, window: Window): Promise<void> {
    const opensAt = addMs(window.opensAt, 3 * minuteMs);
    await trx
      .insertInto('blackout')
      .values({
        id: `blk_${this.#windows.size}`,
        organisationId,
        address: null,
        site: null,
        opensAt,
        closesAt: addMs(opensAt, 2 * minuteMs),
        reason: '',
      })
      .execute();
  }

  /** Nodes die and are cut off; people stop things, lift stops, and bring nodes back from quarantine. */
  async #misfortune(atMs: number): Promise<void> {
    const random = this.#random;
    const { db } = this.#store;
    for (const node of this.#nodes) {
      if (random.chance(0.001)) node.die(atMs + random.between(1, 30) * tickMs);
      if (random.chance(0.001)) node.cutOff(atMs + random.between(1, 30) * tickMs);
    }
    if (atMs % (10 * minuteMs) === 0) {
      await db.updateTable('node').set({ state: 'active' }).where('state', '=', 'quarantined').execute();
    }
    const by = { by: 'person', at: this.#now };
    if (random.chance(0.001)) {
      const organisationId = random.pick(this.#organisations);
      const id = await placeStop(db, { scope: 'organisation', organisationId }, { reason: 'a call', ...by });
      this.#stops.push({ id, untilMs: atMs + 20 * minuteMs });
      await this.#stopped.read(this.#store);
    }
    if (random.chance(0.001)) {
      const running = await db
        .selectFrom('reservation')
        .select('id')
        .where('state', '=', 'running')
        .execute();
      if (running.length > 0) await stopReservation(db, random.pick(running).id, 'person', this.#now);
      await this.#stopped.read(this.#store);
    }
    for (const { id, untilMs } of this.#stops) {
      if (untilMs !== atMs) continue;
      await liftStop(db, id, by);
      await this.#stopped.read(this.#store);
    }
  }

  /** What Bree's workers do, chosen as they choose it. */
  async #schedule(): Promise<void> {
    const work: Work = { store: this.#store, network: 'lab', tell: this.#tell };
    const steps: Readonly<Partial<Record<WorkerName, typeof planDue>>> = {
      'plan-due': planDue,
      'expire-leases': expireLeases,
      'close-windows': closeWindows,
      'settle-reservations': settleReservations,
      'report-late': reportLate,
      'send-reminders': sendReminders,
    };
    for (const name of await dueWorkers(this.#store.db, this.#now)) {
      if (name === 'judge') await this.#judge();
      else await steps[name]?.(work, this.#now);
    }
  }

  /** Into the real outbox, which takes each mail once. */
  #tell: Work['tell'] = async (trx, message, reservation: ReservationRow, now) => {
    const { id, organisationId, locale } = reservation;
    const outcome = await insertMail(
      trx,
      {
        kind: message.kind,
        dedupeKey: `${message.kind}:${id}`,
        organisationId,
        reservationId: id,
        to: { name: '', address: 'owner@example.jp' },
        locale,
        content: { subject: message.kind, text: '', mjml: '', attachments: [] },
        messageIdHost: 'example.jp',
      },
      now,
    );
    if (outcome === 'queued') this.#told.set(id, [...(this.#told.get(id) ?? []), message]);
  };

  /** Reports themselves are written elsewhere; here each is written once. */
  async #judge(): Promise<void> {
    const { db } = this.#store;
    const waiting = await db.selectFrom('reservation').select('id').where('state', '=', 'judging').execute();
    for (const { id } of waiting) await moveReservation(db, id, 'judging', 'reported');
  }
}
