import { type Evidence, InvalidEvidenceError, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { EnkakuError } from '@enkaku/shared/model/error.ts';
import { epochMs, parseInstant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import type { Grant, Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { wait } from '../guard/wait.ts';
import { acceptOrder } from './accept-order.ts';
import { Courier } from './courier.ts';
import type { Outcome } from './link.ts';
import { look, nothing } from './look.ts';
import { messageOf } from './look-at-ports.ts';
import { persistently } from './retry.ts';
import { openSession, type Session } from './session.ts';
import { toUnprobed } from './units.ts';
import type { Worker } from './worker.ts';

/** As many as one message holds. */
const mostUnprobed = 5000;

/** One grant, from its order to its finish. Never throws; after a lost lease or a shutdown nothing more is sent. */
export async function runJob(grant: Grant, worker: Worker, shutdown: AbortSignal): Promise<void> {
  const { link, log, now } = worker;
  let order: Order | undefined;
  try {
    order = acceptOrder(grant.order, { ...worker, nodeId: link.nodeId, orderKey: link.orderKey }, now());
    await wait(epochMs(parseInstant(order.window.opensAt)) - now(), shutdown);
    await carryOut(order, grant, { ...worker, log: log.child({ job: order.jobId }) }, shutdown);
  } catch (error) {
    if (shutdown.aborted) return;
    log.error({ err: error, job: order?.jobId }, 'a job was not carried out');
    await confess(order, error, worker, shutdown).catch((cause: unknown) =>
      log.error({ err: cause, job: order?.jobId }, 'and the scheduler does not know'),
    );
  }
}

async function carryOut(order: Order, grant: Grant, worker: Worker, shutdown: AbortSignal): Promise<void> {
  await using session = openSession(order, worker, shutdown);
  try {
    const outcome = await diagnose(grant, worker, session);
    await persistently(() => worker.link.finish(order, outcome, session.silence), session.silence);
    worker.log.info({ outcome: outcome.outcome, unprobed: outcome.unprobed.length }, 'finished');
  } catch (error) {
    if (error instanceof LeaseLostError) session.loseLease();
    if (!session.silence.aborted) throw error;
    worker.log.warn({ why: session.guard.stopped }, 'given up, nothing more is sent');
  }
}

/** Looks, and sees every evidence delivered. */
async function diagnose(grant: Grant, worker: Worker, session: Session): Promise<Outcome> {
  const { guard, progress, silence } = session;
  const { link, probes, now, log } = worker;
  const courier = new Courier(link, guard.order, silence, session.loseLease);
  const rejected: Unprobed[] = [];
  const send = (evidence: Evidence) =>
    courier.send(evidence, (error) => {
      log.error({ err: error, kind: evidence.kind }, 'an evidence was refused');
      rejected.push(toUnprobed(evidence.kind, evidence.endpoint, 'probe-failed', messageOf(error)));
    });

  await measure('before');
  const knownPorts = portsOf(grant, worker);
  const looked = await look({
    guard,
    probes,
    gathered: grant.gathered,
    knownPorts,
    progress,
    send,
    now,
    log,
  });
  await measure('after');
  await courier.delivered();

  const outcome = looked.outcome === 'done' && rejected.length > 0 ? 'partial' : looked.outcome;
  const unprobed = [...looked.unprobed, ...rejected].slice(0, mostUnprobed);
  return { outcome, unprobed, load: guard.load() };

  async function measure(phase: 'before' | 'after') {
    if (guard.stopped === null) {
      await guard.measure(phase).catch((error: unknown) => log.debug({ err: error }, 'no response time'));
    }
  }
}

function portsOf({ ports }: Grant, { log }: Worker): EvidenceData['ports'] | null {
  if (ports === null) return null;
  try {
    const evidence = parseEvidence(ports);
    return evidence.kind === 'ports' ? evidence.data : null;
  } catch (error) {
    if (!(error instanceof InvalidEvidenceError)) throw error;
    log.warn({ err: error }, 'the ports of an earlier attempt are unreadable; they are looked at again');
    return null;
  }
}

/** A refused order is only reported; an accepted one that broke down ends as failed, so that its owner is told. */
async function confess(order: Order | undefined, error: unknown, worker: Worker, signal: AbortSignal) {
  const { link, probes } = worker;
  if (order === undefined) {
    if (error instanceof EnkakuError) await link.refuse(null, error, signal);
    return;
  }
  const { outcome, unprobed } = nothing(order, probes, { reason: 'probe-failed', detail: messageOf(error) });
  const targetLatency = { before: null, during: null, after: null };
  const load = { packets: 0, requests: 0, maxPerSecond: 0, targetLatency };
  await link.finish(order, { outcome, unprobed, load }, signal);
}
