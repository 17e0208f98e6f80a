import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import type { HostView, Probe } from '../probes/probe.ts';
import { seal } from './courier.ts';
import { inTime } from './in-time.ts';
import { runLanes } from './lanes.ts';
import { lookAtPorts, messageOf } from './look-at-ports.ts';
import { fitsWindow, type Looked, type Looking } from './looking.ts';
import { describeUnit, planUnits, toUnprobed, type Unit, wantedProbes, wholeTarget } from './units.ts';
import { reasonOfFailure, reasonOfStop } from './unprobed-reason.ts';

/** Probes of one host that run at once; its web requests go one after another. */
const lanesPerHost = 4;
/** A probe that takes so much longer than its worst case hangs. */
const hangsAfterMs = (probe: Probe) => probe.worstCaseMs * 3 + 30_000;

/** Everything the order wants of its target: the ports first, then all other probes where there is something to see. */
export async function look(looking: Looking): Promise<Looked> {
  const { guard, progress } = looking;
  const known = await lookAtPorts(looking);
  if (known.gap?.reason === 'tool-missing') return nothing(guard.order, looking.probes, known.gap);

  const view: HostView = { order: guard.order, ports: known.ports };
  const plan = planUnits(looking.probes, view, looking.gathered);
  progress.total = plan.units.length + plan.gathered + (known.ports === null ? 0 : 1);
  progress.done += plan.gathered;

  const unprobed = [...(known.gap === null ? [] : [known.gap]), ...plan.unprobed];
  const run = async (unit: Unit) => {
    const failure = await progress.during(describeUnit(unit), () => lookAt(unit, view, looking));
    if (failure !== undefined) unprobed.push(failure);
  };
  const left = await runLanes(toLanes(plan.units), lanesPerHost, run, guard.signal);
  const why = reasonOfStop(guard.stopped ?? 'stopped');
  unprobed.push(...left.map(({ probe, endpoint }) => toUnprobed(probe.kind, endpoint, why)));
  unprobed.push(...withoutPlace(looking, view, known.gap));
  if (unprobed.length === 0) return { outcome: 'done', unprobed };
  const sawNothing = known.gap !== null && known.ports === null && plan.units.length === 0;
  return { outcome: sawNothing ? 'failed' : 'partial', unprobed };
}

/** The same reason for everything that was wanted. */
export function nothing(
  order: Order,
  probes: readonly Probe[],
  { reason, detail }: Pick<Unprobed, 'reason' | 'detail'>,
): Looked {
  const kinds = wantedProbes(probes, order).map(({ kind }) => kind);
  const wanted = order.target.kind === 'host' ? (['ports', ...kinds] as const) : kinds;
  const endpoint = wholeTarget(order);
  return { outcome: 'failed', unprobed: wanted.map((kind) => toUnprobed(kind, endpoint, reason, detail)) };
}

async function lookAt(unit: Unit, view: HostView, looking: Looking): Promise<Unprobed | undefined> {
  const { guard, now, log } = looking;
  const { probe, endpoint } = unit;
  if (!fitsWindow(looking, probe.worstCaseMs)) return toUnprobed(probe.kind, endpoint, 'window-closed');
  try {
    const gathering = probe.gather(endpoint, guard, view);
    const data = await inTime(gathering, hangsAfterMs(probe), guard.signal);
    looking.send(seal(probe.kind, endpoint, guard.order.jobId, data, now()));
    return undefined;
  } catch (error) {
    const reason = reasonOfFailure(error, guard.stopped);
    if (guard.stopped === null) log.warn({ err: error, kind: probe.kind, endpoint }, 'a probe failed');
    return toUnprobed(probe.kind, endpoint, reason, messageOf(error));
  }
}

/** Web requests share one lane, the longest, which goes first. */
function toLanes(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const web = units.filter(({ probe }) => probe.lane === 'web');
  const others = units.filter(({ probe }) => probe.lane !== 'web');
  return [...(web.length > 0 ? [web] : []), ...others.map((unit) => [unit])];
}

/** While ports are unknown, a probe without a place may have had one. */
function withoutPlace(looking: Looking, view: HostView, gap: Unprobed | null): readonly Unprobed[] {
  if (gap === null) return [];
  const seen = new Set(planUnits(looking.probes, view, []).units.map(({ probe }) => probe.kind));
  return wantedProbes(looking.probes, view.order)
    .filter(({ kind }) => !seen.has(kind))
    .map(({ kind }) => toUnprobed(kind, wholeTarget(view.order), gap.reason, gap.detail));
}
