import type { Database } from '@enkaku/shared/db/database.ts';
import { listEvidence } from '@enkaku/shared/db/evidence.ts';
import { listJobs } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Seen } from '@enkaku/shared/report/build.ts';
import type { Kysely } from 'kysely';

/** Everything that the jobs of a reservation saw and did not see; null when they saw nothing at all. */
export async function readSeen(db: Kysely<Database>, id: ReservationId): Promise<Seen | null> {
  const evidence = await listEvidence(db, id);
  const [first, last] = [evidence[0], evidence.at(-1)];
  if (first === undefined || last === undefined) return null;
  const jobs = await listJobs(db, id);
  return {
    evidence,
    notSeen: jobs.flatMap((job) =>
      decodeJson(job.unprobed).map(({ kind, endpoint, reason }) => ({ kind, endpoint, reason })),
    ),
    loads: jobs.flatMap(({ load }) => (load === null ? [] : [decodeJson(load)])),
    startedAt: first.gatheredAt,
    finishedAt: last.gatheredAt,
  };
}
