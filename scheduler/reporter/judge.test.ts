import { listFindingEvents, listFindings } from '@enkaku/shared/db/finding.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { listMailbox } from '@enkaku/shared/db/outbox.fixture.ts';

import { findReportOfReservation, listReports } from '@enkaku/shared/db/report.fixture.ts';
import { findReportFile, listReportFiles } from '@enkaku/shared/db/report.ts';
import { findReservation } from '@enkaku/shared/db/reservation.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import { reportSchema } from '@enkaku/shared/report/schema.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeReservation } from './judge.ts';
import { judgeDue } from './judge-due.ts';
import { newTls, oldTls, seedJudging, settings, silentTls } from './judging.fixture.ts';
import { ReportNotWrittenError } from './not-written.ts';

const now = '2026-11-21T12:31:00.000Z';
const hourMs = 3_600_000;
let store: Store;

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store[Symbol.asyncDispose]());

const stateOf = async (id: Awaited<ReturnType<typeof seedJudging>>['id']) =>
  (await findReservation(store.db, id))?.state;

describe('judgeReservation', () => {
  it('evidence → report, files, findings, mail and audit line', async () => {
    const { id, organisationId } = await seedJudging(store, [oldTls]);
    expect(await judgeReservation(store, id, now, settings)).toBe('reported');
    expect(await stateOf(id)).toBe('reported');

    const row = await findReportOfReservation(store.db, id);
    if (row === undefined) throw new Error('no report');
    const report = reportSchema.parse(decodeJson(row.content));
    expect(report.findings.map(({ check }) => check)).toContain('tls.protocol.tls10');
    expect(report).toMatchObject({
      evaluatedAt: now,
      finishedAt: '2026-11-21T12:00:00.000Z',
      grade: row.grade,
    });
    expect((await listReports(store.db, organisationId)).map((head) => head.id)).toEqual([row.id]);

    const names = (await listReportFiles(store.db, row.id)).map(({ name }) => name);
    expect(names).toEqual([
      'findings.csv',
      'findings.xlsx',
      'report.en.html',
      'report.html',
      'report.json',
      'report.pdf',
    ]);
    const pdf = await findReportFile(store.db, row.id, 'report.pdf');
    expect(
      Buffer.from(pdf?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const findings = await listFindings(store.db, organisationId);
    const finding = findings.find(({ check }) => check === 'tls.protocol.tls10');
    expect(finding).toMatchObject({ state: 'new', severity: 'medium', port: 443, lastReportId: row.id });
    if (finding === undefined) throw new Error('no finding');
    expect(await listFindingEvents(store.db, finding.id)).toMatchObject([
      { state: 'new', by: 'system', at: now },
    ]);

    const [mail, ...others] = await listMailbox(store.db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'finished', state: 'queued', toAddress: 'taro@city.kakuu.example' });
    expect(mail?.messageId).toMatch(/^<mil_\w+@shindan\.example\.jp>$/);
    expect(mail?.text).toContain('TLS 1.0');
    expect(mail?.text).toContain(`https://shindan.example.jp/reports/${row.id}`);
    expect(mail?.summaryText).not.toContain('TLS 1.0');
    const audit = await store.db.selectFrom('audit').selectAll().execute();
    expect(audit).toMatchObject([{ action: 'reservation-reported', subject: id }]);
  });

  it('a second time → nothing changes', async () => {
    const { id } = await seedJudging(store, [oldTls]);
    await judgeReservation(store, id, now, settings);
    expect(await judgeReservation(store, id, addMs(now, hourMs), settings)).toBe('not-waiting');
    expect(await listMailbox(store.db)).toHaveLength(1);
    expect(await store.db.selectFrom('report').select('id').execute()).toHaveLength(1);
  });

  it('two at once → one report', async () => {
    const { id } = await seedJudging(store, [oldTls]);
    const outcomes = await Promise.all([1, 2].map(() => judgeReservation(store, id, now, settings)));
    expect(outcomes.toSorted()).toEqual(['not-waiting', 'reported']);
    expect(await store.db.selectFrom('report').select('id').execute()).toHaveLength(1);
  });

  it.each(['confirmed', 'running', 'stopped', 'cancelled', 'reported'] as const)(
    '%s → left alone',
    async (state) => {
      const { id } = await seedJudging(store, [oldTls], { state });
      expect(await judgeReservation(store, id, now, settings)).toBe('not-waiting');
      expect(await stateOf(id)).toBe(state);
    },
  );

  it('an organisation that wants summaries → no finding in its mail', async () => {
    const { id } = await seedJudging(store, [oldTls]);
    await store.db.updateTable('organisation').set({ mailDetail: 'summary' }).execute();
    await judgeReservation(store, id, now, settings);
    const [mail] = await listMailbox(store.db);
    expect(mail?.text).not.toContain('TLS 1.0');
    expect(mail?.summaryText).toBeNull();
  });

  it('no evidence at all → could not run, and the owner hears why', async () => {
    const { id } = await seedJudging(store, []);
    expect(await judgeReservation(store, id, now, settings)).toBe('could-not-run');
    expect(await findReservation(store.db, id)).toMatchObject({
      state: 'could-not-run',
      failure: expect.stringContaining('結果が得られなかった'),
    });
    const [mail] = await listMailbox(store.db);
    expect(mail).toMatchObject({ kind: 'could-not-run' });
    expect(mail?.text).toContain('https://shindan.example.jp/reservations/new');
  });
});

describe('a finding from one diagnosis to the next', () => {
  const stateAfter = async (evidence: typeof oldTls) => {
    const first = await seedJudging(store, [oldTls]);
    await judgeReservation(store, first.id, now, settings);
    const seenAt = '2026-11-22T12:00:00.000Z';
    const next = await seedJudging(store, [evidence], { organisationId: first.organisationId, seenAt });
    await judgeReservation(store, next.id, '2026-11-22T12:31:00.000Z', settings);
    const findings = await listFindings(store.db, first.organisationId);
    return findings.find(({ check }) => check === 'tls.protocol.tls10')?.state;
  };

  it('put right → fixed', async () => expect(await stateAfter(newTls)).toBe('fixed'));
  it('still there → open', async () => expect(await stateAfter(oldTls)).toBe('open'));
  it('no answer this time → as it was', async () => expect(await stateAfter(silentTls)).toBe('new'));
});

describe('a disk that is full', () => {
  const fill = () => sql`pragma max_page_count = 1`.execute(store.db);
  const empty = () => sql`pragma max_page_count = 1000000`.execute(store.db);

  it('→ a clear error, nothing stored, nothing lost, and the next round makes the report', async () => {
    const { id, organisationId } = await seedJudging(store, [oldTls]);
    await fill();
    const failed = await judgeReservation(store, id, now, settings).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ReportNotWrittenError);
    expect((failed as ReportNotWrittenError).text.ja).toContain('ディスクの空きがありません');
    expect(await stateOf(id)).toBe('judging');
    expect(await listReports(store.db, organisationId)).toEqual([]);
    expect(await listFindings(store.db, organisationId)).toEqual([]);
    expect(await listMailbox(store.db)).toEqual([]);

    await empty();
    expect(await judgeReservation(store, id, addMs(now, 60_000), settings)).toBe('reported');
  });

  it('→ the round says so in the log and goes on', async () => {
    const { id } = await seedJudging(store, [oldTls]);
    const lines: string[] = [];
    const log = {
      info: (_: unknown, message: string) => lines.push(`info ${message}`),
      error: (_: unknown, message: string) => lines.push(`error ${message}`),
    };
    await fill();
    await judgeDue(store, now, settings, log as never);
    await empty();
    await judgeDue(store, now, settings, log as never);
    expect(lines).toEqual([expect.stringMatching(/^error .*the disk is full/), 'info judged']);
    expect(await stateOf(id)).toBe('reported');
  });
});
