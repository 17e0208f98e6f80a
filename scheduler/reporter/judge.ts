import { createHash } from 'node:crypto';
import { catalogue } from '@enkaku/shared/checks/catalogue.ts';
import { consented } from '@enkaku/shared/checks/group.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { findConsent } from '@enkaku/shared/db/consent.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { insertFindingEvent, listFindings, saveFinding } from '@enkaku/shared/db/finding.ts';
import { decodeJson, encodeJson } from '@enkaku/shared/db/json.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import { insertMail, type NewMail } from '@enkaku/shared/db/outbox.ts';
import { insertReport, insertReportFile } from '@enkaku/shared/db/report.ts';
import {
  findReservation,
  moveReservation,
  type ReservationRow,
  recordFailure,
} from '@enkaku/shared/db/reservation.ts';
import type { ReportId, ReservationId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { buildReport } from '@enkaku/shared/report/build.ts';
import { compareFindings } from '@enkaku/shared/report/compare.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import type { Kysely } from 'kysely';
import { readKnowledge } from '../knowledge/read.ts';
import { finishedMail } from './finished-mail.ts';
import { ReportNotWrittenError } from './not-written.ts';
import { type Owner, readOwner } from './owner.ts';
import { type RenderedFile, renderFiles } from './render.ts';
import { readSeen } from './see.ts';
import type { ReporterSettings } from './settings.ts';
import { tellOwner } from './tell-owner.ts';

/** A report with all that is told of it, made but not yet stored. */
interface Made {
  readonly id: ReportId;
  readonly report: Report;
  readonly files: readonly RenderedFile[];
  readonly mail: NewMail;
}

/**
 * Judges what was seen and stores the report, its files, what it changes in the findings, the mail and the audit line
 * in one transaction. A reservation that is not waiting for it, or no longer, is left alone.
 * @throws ReportNotWrittenError when it could not be stored; nothing of it is, and the reservation keeps waiting
 */
export async function judgeReservation(
  store: Store,
  reservationId: ReservationId,
  now: Instant,
  settings: ReporterSettings,
): Promise<'reported' | 'could-not-run' | 'not-waiting'> {
  const reservation = await findReservation(store.db, reservationId);
  if (reservation?.state !== 'judging') return 'not-waiting';
  const made = await makeReport(store.db, reservation, now, settings);
  try {
    return await store.db.transaction().execute(async (trx) => {
      const to = made === null ? 'could-not-run' : 'reported';
      if (!(await moveReservation(trx, reservationId, 'judging', to))) return 'not-waiting';
      if (made === null) await tellNothingSeen(trx, reservation, now, settings);
      else await storeReport(trx, store, reservation, made, now);
      return to;
    });
  } catch (error) {
    throw new ReportNotWrittenError(reservationId, error);
  }
}

async function makeReport(
  db: Kysely<Database>,
  reservation: ReservationRow,
  now: Instant,
  settings: ReporterSettings,
): Promise<Made | null> {
  const seen = await readSeen(db, reservation.id);
  if (seen === null) return null;
  const owner = await readOwner(db, settings, reservation);
  const report = buildReport(seen, {
    catalogue: consented(catalogue, decodeJson(reservation.optIns)),
    knowledge: await readKnowledge(db),
    evaluatedAt: now,
    authorizedBy: await readConsenting(db, reservation, owner),
  });
  const id = newId('rep');
  const about = {
    organisation: owner.organisation.name,
    reportId: id,
    window: owner.booked.window,
    sourceAddresses: settings.sourceAddresses,
  };
  return {
    id,
    report,
    files: await renderFiles(report, { locale: reservation.locale, about }),
    mail: finishedMail(settings, owner, reservation, id, report),
  };
}

/** Who accepted the consent text of this reservation. */
async function readConsenting(
  db: Kysely<Database>,
  { id }: ReservationRow,
  { organisation }: Owner,
): Promise<string | null> {
  const consent = await findConsent(db, id);
  if (consent === undefined) return null;
  const user = await db
    .selectFrom('authUser')
    .select('name')
    .where('id', '=', consent.acceptedBy)
    .executeTakeFirst();
  return user === undefined ? organisation.name : `${organisation.name} ${user.name}`;
}

async function storeReport(
  trx: Kysely<Database>,
  { engine }: Store,
  { id: reservationId, organisationId }: ReservationRow,
  { id, report, files, mail }: Made,
  now: Instant,
): Promise<void> {
  await insertReport(trx, {
    id,
    reservationId,
    organisationId,
    supersedes: null,
    grade: report.grade,
    catalogue: report.catalogue,
    evaluatedAt: now,
    createdAt: now,
    content: encodeJson<unknown>(report),
  });
  for (const { name, mediaType, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await insertReportFile(trx, { reportId: id, name, mediaType, sha256, bytes });
  }
  // Two reports of one organisation change its findings one after the other.
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .$if(engine.skipLocked, (query) => query.forNoKeyUpdate())
    .execute();
  const comparing = { organisationId, reportId: id, newId: () => newId('fnd') };
  for (const change of compareFindings(await listFindings(trx, organisationId), report, comparing)) {
    await saveFinding(trx, change.finding);
    if (change.event === null) continue;
    const { state, note } = change.event;
    const event = { findingId: change.finding.id, reportId: id, state, at: now, by: 'system', note };
    await insertFindingEvent(trx, { id: newId('fev'), ...event });
  }
  await insertMail(trx, mail, now);
  const detail = { report: id, grade: report.grade, findings: report.findings.length };
  const entry = { at: now, actor: 'system', action: 'reservation-reported', subject: reservationId, detail };
  await appendAudit(trx, engine, entry);
}

async function tellNothingSeen(
  trx: Kysely<Database>,
  reservation: ReservationRow,
  now: Instant,
  settings: ReporterSettings,
): Promise<void> {
  const reason = {
    ja: '診断装置から結果が得られなかったため、報告書を作成できませんでした。',
    en: 'The scanner nodes brought no result, so there is nothing to report.',
  }[reservation.locale];
  await recordFailure(trx, reservation.id, reason);
  await tellOwner(settings)(trx, { kind: 'could-not-run', reason, slot: null }, reservation, now);
}
