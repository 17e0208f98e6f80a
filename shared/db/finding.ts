import type { Insertable, Kysely, Selectable } from 'kysely';
import type { TrackedFinding } from '../model/finding.ts';
import type { FindingId, OrganisationId } from '../model/id.ts';
import type { Database } from './database.ts';
import type { FindingEventTable, FindingTable } from './tables/finding.ts';

export type FindingEventRow = Selectable<FindingEventTable>;

/** Everything that was ever found at an organisation, as it stands now. */
export async function listFindings(
  db: Kysely<Database>,
  organisationId: OrganisationId,
): Promise<readonly TrackedFinding[]> {
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('firstSeenAt')
    .orderBy('id')
    .execute();
  return rows.map(({ checkId, ...row }) => ({ ...row, check: checkId }));
}

/** Inserts a finding, or writes how it stands now. */
export async function saveFinding(db: Kysely<Database>, finding: TrackedFinding): Promise<void> {
  const { check, ...same } = finding;
  const row: Insertable<FindingTable> = { ...same, checkId: check };
  await db
    .insertInto('finding')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        severity: row.severity,
        confidence: row.confidence,
        state: row.state,
        firstSeenAt: row.firstSeenAt,
        lastSeenAt: row.lastSeenAt,
        fixedAt: row.fixedAt,
        acceptedUntil: row.acceptedUntil,
        lastReportId: row.lastReportId,
      }),
    )
    .execute();
}

export async function insertFindingEvent(
  db: Kysely<Database>,
  row: Insertable<FindingEventTable>,
): Promise<void> {
  await db.insertInto('findingEvent').values(row).execute();
}

/** What happened to a finding, the oldest first. */
export async function listFindingEvents(
  db: Kysely<Database>,
  findingId: FindingId,
): Promise<readonly FindingEventRow[]> {
  return await db
    .selectFrom('findingEvent')
    .selectAll()
    .where('findingId', '=', findingId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
