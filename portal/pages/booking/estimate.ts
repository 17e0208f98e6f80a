import type { Database } from '@enkaku/shared/db/database.ts';
import { countSlots, listCompeting, listMeasured } from '@enkaku/shared/db/forecast.ts';
import { hostsOf, learn } from '@enkaku/shared/model/estimate.ts';
import { forecast, type Work } from '@enkaku/shared/model/forecast.ts';
import { addMs, epochMs } from '@enkaku/shared/model/instant.ts';
import { mostOfNeighbourhood, neighbourhoodOf } from '@enkaku/shared/model/neighbourhood.ts';
import { priorityOf } from '@enkaku/shared/model/priority.ts';
import type { ScopedAsset } from '@enkaku/shared/model/scope.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import type { Kysely } from 'kysely';

export interface Estimate {
  readonly hosts: number;
  /** One after another. */
  readonly workMs: number;
  /** From the opening of the window until the last host is done, with everything else that is booked then. */
  readonly untilDoneMs: number;
}

export const nothing: Estimate = { hosts: 0, workMs: 0, untilDoneMs: 0 };
/** How far ahead the queue is played through. */
const horizonMs = 30 * 24 * 3_600_000;

/** How long this will take, by what was measured, and what else is due at that time. @throws RangeError for a range that is too large */
export async function estimateOf(
  db: Kysely<Database>,
  assets: readonly ScopedAsset[],
  ports: string,
  window: Window,
): Promise<Estimate> {
  const hosts = hostsOf(assets);
  if (hosts.length === 0) return nothing;
  const estimator = learn(await listMeasured(db));
  const own = hosts.map(
    ({ kind, host }, turn): Work => ({
      host,
      neighbourhood: neighbourhoodOf(host),
      opensAtMs: epochMs(window.opensAt),
      closesAtMs: epochMs(addMs(window.opensAt, horizonMs)),
      durationMs: kind === 'host' ? estimator.host(host, ports) : estimator.domain(host),
      priority: priorityOf('booking'),
      turn,
    }),
  );
  const others = (await listCompeting(db, window)).flatMap(worksOf);
  const fleet = { slots: await countSlots(db), mostOfNeighbourhood };
  const ends = forecast([...own, ...others], fleet)
    .slice(0, own.length)
    .map((one) => (one.outcome === 'runs' ? one.endsAtMs : Number.POSITIVE_INFINITY));
  return {
    hosts: own.length,
    workMs: own.reduce((sum, { durationMs }) => sum + durationMs, 0),
    untilDoneMs: Math.max(...ends) - epochMs(window.opensAt),
  };
}

/** Another booking as the queue will see it; which hosts it is about does not matter here. */
function worksOf({
  id,
  opensAt,
  closesAt,
  purpose,
  hosts,
  workMs,
}: Awaited<ReturnType<typeof listCompeting>>[number]): readonly Work[] {
  return Array.from({ length: hosts }, (_, turn) => ({
    host: `${id} ${turn}`,
    neighbourhood: `${id} ${turn}`,
    opensAtMs: epochMs(opensAt),
    closesAtMs: epochMs(closesAt),
    durationMs: workMs / hosts,
    priority: priorityOf(purpose),
    turn,
  }));
}
