import { listJobEvidence } from '@enkaku/shared/db/evidence.ts';
import { endJob, type JobRow } from '@enkaku/shared/db/job.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import type { JobState } from '@enkaku/shared/db/tables/job.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';
import { unprobedOf } from './unprobed.ts';
import type { Work } from './work.ts';

/** Ends a job that no node will finish. What was not seen is written down: it becomes 未診断. */
export async function endUnfinished(
  { store: { db } }: Work,
  job: JobRow,
  end: { readonly state: JobState; readonly reason: Unprobed['reason']; readonly detail: string },
  now: Instant,
): Promise<void> {
  const seen = new Set((await listJobEvidence(db, job.id)).map(({ kind }) => kind));
  const unprobed = encodeJson(unprobedOf(job, seen, end.reason, end.detail));
  await endJob(db, job, { state: end.state, unprobed, finishedAt: now });
}
