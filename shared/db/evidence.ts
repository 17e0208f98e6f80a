import type { Kysely, Selectable } from 'kysely';
import { type Evidence, parseEvidence } from '../evidence/evidence.ts';
import type { JobId, ReservationId } from '../model/id.ts';
import type { Database } from './database.ts';
import { decodeJson, encodeJson } from './json.ts';
import type { EvidenceTable } from './tables/evidence.ts';

export type EvidenceRow = Selectable<EvidenceTable>;

/**
 * Stores what was seen; a job sees each place once, so what is there already stays. Call it inside the transaction that
 * holds the job, which keeps two senders apart. @returns whether it was new
 */
export async function insertEvidence(db: Kysely<Database>, evidence: Evidence): Promise<boolean> {
  const { endpoint } = evidence;
  const known = await db
    .selectFrom('evidence')
    .select('id')
    .where('jobId', '=', evidence.jobId)
    .where('kind', '=', evidence.kind)
    .where('host', '=', endpoint.host)
    .where('name', endpoint.name === null ? 'is' : '=', endpoint.name)
    .where('port', endpoint.port === null ? 'is' : '=', endpoint.port)
    .where('transport', '=', endpoint.transport)
    .executeTakeFirst();
  if (known !== undefined) return false;
  const { id, jobId, kind, schema, gatheredAt, data } = evidence;
  const row: EvidenceRow = {
    id,
    jobId,
    kind,
    schema,
    ...endpoint,
    gatheredAt,
    data: encodeJson<unknown>(data),
  };
  const result = await db
    .insertInto('evidence')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** In the order in which it was seen. @throws InvalidEvidenceError for a row that this version cannot read */
export async function listEvidence(
  db: Kysely<Database>,
  reservationId: ReservationId,
): Promise<readonly Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('job', 'job.id', 'evidence.jobId')
    .selectAll('evidence')
    .where('job.reservationId', '=', reservationId)
    .orderBy('evidence.gatheredAt')
    .orderBy('evidence.id')
    .execute();
  return rows.map(evidenceOf);
}

export async function listJobEvidence(db: Kysely<Database>, jobId: JobId): Promise<readonly Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('jobId', '=', jobId)
    .orderBy('gatheredAt')
    .orderBy('id')
    .execute();
  return rows.map(evidenceOf);
}

/** A stored row meets the same schema as one from outside, where older versions are brought up to date. */
function evidenceOf(row: EvidenceRow): Evidence {
  const { host, name, port, transport, data, ...rest } = row;
  return parseEvidence({ ...rest, endpoint: { host, name, port, transport }, data: decodeJson(data) });
}

export async function countEvidence(db: Kysely<Database>, reservationId: ReservationId): Promise<number> {
  const { count } = await db
    .selectFrom('evidence')
    .innerJoin('job', 'job.id', 'evidence.jobId')
    .select((eb) => eb.fn.count<string | number>('evidence.id').as('count'))
    .where('job.reservationId', '=', reservationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
