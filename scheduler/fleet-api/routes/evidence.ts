import { insertEvidence } from '@enkaku/shared/db/evidence.ts';
import { type JobRow, updateHeldJob } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { type Evidence, InvalidEvidenceError, parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { evidenceRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { FleetError } from '../error.ts';
import { heldJob, leaseMs } from '../held-job.ts';

/** POST /fleet/v1/jobs/:id/evidence: stored once however often it is sent, and only under the current lease. */
export function evidence(context: Context): FleetHandler {
  const { store, now } = context;
  return async function evidence(c) {
    const request = await readBody(c, evidenceRequestSchema);
    const job = await heldJob(context, c, request.leaseToken);
    const seen = readEvidence(request.evidence);
    requireOfJob(seen, job);
    await store.db.transaction().execute(async (trx) => {
      const held = { jobId: job.id, token: request.leaseToken };
      await updateHeldJob(trx, held, { leaseExpiresAt: addMs(now(), leaseMs) });
      await insertEvidence(trx, seen);
    });
    return c.json({ stored: seen.id });
  };
}

function readEvidence(json: unknown): Evidence {
  try {
    return parseEvidence(json);
  } catch (error) {
    if (error instanceof InvalidEvidenceError) throw new FleetError('invalid-evidence', error.message);
    throw error;
  }
}

/** Evidence speaks of what its order named, and of nothing else. */
function requireOfJob({ jobId, endpoint }: Evidence, job: JobRow): void {
  const target = decodeJson(job.target);
  const names: readonly string[] = target.kind === 'host' ? target.names : [];
  const fits =
    jobId === job.id &&
    endpoint.host === job.host &&
    (endpoint.name === null || names.includes(endpoint.name));
  if (!fits) throw new FleetError('invalid-evidence', 'it names another job, host or name than the order');
}
