import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrokenAudit } from '@enkaku/shared/db/audit.ts';
import { listFindings } from '@enkaku/shared/db/finding.ts';
import { listMailbox } from '@enkaku/shared/db/outbox.fixture.ts';
import { insertMail, type NewMail } from '@enkaku/shared/db/outbox.ts';
import { findReportOfReservation, listReports } from '@enkaku/shared/db/report.fixture.ts';
import { findReportFile } from '@enkaku/shared/db/report.ts';
import { expect } from 'vitest';
import { deliverMail } from '../../scheduler/reporter/deliver.ts';
import { judgeReservation } from '../../scheduler/reporter/judge.ts';
import { newTls, oldTls, seedJudging, settings } from '../../scheduler/reporter/judging.fixture.ts';
import { onBothEngines, provideDatabases } from './engines.ts';

provideDatabases();

const now = '2026-11-21T12:31:00.000Z';

onBothEngines('two schedulers judge one reservation at once → one report, one mail', async (open) => {
  const [a, b] = [await open(), await open()];
  const { id } = await seedJudging(a, [oldTls]);

  const outcomes = await Promise.all([a, b].map((store) => judgeReservation(store, id, now, settings)));

  expect(outcomes.toSorted()).toEqual(['not-waiting', 'reported']);
  const report = await findReportOfReservation(a.db, id);
  if (report === undefined) throw new Error('no report');
  const pdf = await findReportFile(a.db, report.id, 'report.pdf');
  expect(
    Buffer.from(pdf?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(await listMailbox(a.db)).toHaveLength(1);
});

onBothEngines(
  'two reports of one organisation at once → both stored, each finding tracked once',
  async (open) => {
    const [a, b] = [await open(), await open()];
    for (let round = 0; round < 3; round++) {
      const one = await seedJudging(a, [oldTls]);
      const two = await seedJudging(a, [oldTls], { organisationId: one.organisationId });

      const outcomes = await Promise.all([
        judgeReservation(a, one.id, now, settings),
        judgeReservation(b, two.id, now, settings),
      ]);

      expect(outcomes).toEqual(['reported', 'reported']);
      expect(await listReports(a.db, one.organisationId)).toHaveLength(2);
      const findings = await listFindings(a.db, one.organisationId);
      expect(findings.filter(({ check }) => check === 'tls.protocol.tls10')).toMatchObject([
        { state: 'open' },
      ]);
    }
    expect(await findBrokenAudit(a.db)).toBeNull();
  },
);

onBothEngines('a finding that was put right → fixed', async (open) => {
  const store = await open();
  const first = await seedJudging(store, [oldTls]);
  await judgeReservation(store, first.id, now, settings);
  const seenAt = '2026-11-22T12:00:00.000Z';
  const next = await seedJudging(store, [newTls], { organisationId: first.organisationId, seenAt });
  await judgeReservation(store, next.id, '2026-11-22T12:31:00.000Z', settings);

  const findings = await listFindings(store.db, first.organisationId);

  expect(findings.find(({ check }) => check === 'tls.protocol.tls10')).toMatchObject({
    state: 'fixed',
    fixedAt: seenAt,
  });
});

onBothEngines('two senders drain the outbox → each mail once', async (open) => {
  const [a, b] = [await open(), await open()];
  for (let n = 0; n < 40; n++) await insertMail(a.db, { ...mail, dedupeKey: `reminder:${n}` }, now);
  const outboxDir = await mkdtemp(path.join(tmpdir(), 'enkaku-outbox-'));
  const config = { smtpUrl: null, outboxDir, from: settings.mailFrom };

  const rounds = await Promise.all([a, b].map((store) => deliverMail(store, config, now)));

  const ids = rounds.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(40);
  expect(ids).toHaveLength(40);
  expect(await readdir(outboxDir)).toHaveLength(40);
  expect((await listMailbox(a.db)).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(
    true,
  );
  await rm(outboxDir, { recursive: true });
});

onBothEngines('the same mail queued by two at once → one mail', async (open) => {
  const stores = [await open(), await open()];

  const outcomes = await Promise.all(stores.map(({ db }) => insertMail(db, mail, now)));

  expect(outcomes.toSorted()).toEqual(['queued', 'queued-before']);
});

const mail: NewMail = {
  kind: 'reminder',
  dedupeKey: 'reminder:rsv_1',
  organisationId: null,
  reservationId: null,
  to: { name: '吉野 花子', address: 'hanako@town.yoshino.example.jp' },
  locale: 'ja',
  content: { subject: 'x', text: 'x', mjml: '<mjml><mj-body></mj-body></mjml>', attachments: [] },
  messageIdHost: 'shindan.example.jp',
};
