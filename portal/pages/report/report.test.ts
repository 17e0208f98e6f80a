import { encodeJson } from '@enkaku/shared/db/json.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { ReportId } from '@enkaku/shared/model/id.ts';
import { aFinding, aReport } from '@enkaku/shared/report/build.fixture.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contact,
  type Member,
  openTestPortal,
  provenAsset,
  soon,
  type TestPortal,
} from '../../portal.fixture.ts';

let portal: TestPortal;
let member: Member;
let reservationId: string;

beforeAll(async () => {
  portal = await openTestPortal();
  member = await portal.member();
  const assetId = await provenAsset(portal, member);
  reservationId = await member.client.book({ assetIds: [assetId], ...soon(), ports: 'default', contact });
});
afterAll(() => portal[Symbol.asyncDispose]());

async function store(report: Report, supersedes: ReportId | null = null): Promise<ReportId> {
  const id = newId('rep');
  const at = portal.context.now();
  await portal.context.store.db
    .insertInto('report')
    .values({
      id,
      reservationId: reservationId as never,
      organisationId: member.organisationId as never,
      supersedes,
      grade: report.grade,
      catalogue: report.catalogue,
      evaluatedAt: at,
      createdAt: at,
      content: encodeJson<unknown>(report),
    })
    .execute();
  return id;
}

const show = async (report: Report, query = '') =>
  (await member.client.get(`/reports/${await store(report)}${query}`)).text;

test('a report → grade with its criteria, actions, findings with proof and fixes, and what was not seen', async () => {
  const report = aReport();

  const text = await show(report);

  expect(text).toContain(`grade--${report.grade}`);
  for (const words of [
    '総合評価の基準',
    '対応',
    '検出事項',
    '未診断',
    '問題なし',
    '対象外',
    '根拠',
    'ssl_protocols TLSv1.2 TLSv1.3;',
  ]) {
    expect(text).toContain(words);
  }
});

test('the same in English', async () => {
  const text = await show(aReport(), '?lang=en');
  await member.client.get('/?lang=ja');

  expect(text).toContain('TLS 1.0 is offered');
  expect(text).toContain('How the grade is decided');
});

test.each([
  ['<script>alert(1)</script>', '<script>alert'],
  ['"><img src=x onerror=alert(1)>', '<img src=x'],
  ["</code></pre><iframe src='//evil'>", '<iframe src'],
  ['\u202egnp.exe 𠮷 \u0000', '\u202e'],
])('a target that sends %j → shown as text, wherever it appears', async (hostile, forbidden) => {
  const finding = aFinding({
    place: hostile,
    detail: { ja: hostile, en: hostile },
    title: { ja: hostile, en: hostile },
    proof: [{ evidence: 'evd_1', pointer: '/x', excerpt: hostile }],
    fixes: [{ product: hostile, steps: { ja: hostile, en: hostile }, snippet: hostile, confirm: hostile }],
    references: [hostile, `https://x.example/${hostile}`, 'javascript:alert(1)'],
    cves: [hostile],
  });
  const host = aReport().hosts[0];
  const hosts = host === undefined ? [] : [{ ...host, name: hostile }];

  const text = await show(aReport({ findings: [finding], actions: [], hosts, authorizedBy: hostile }));

  expect(text).not.toContain(forbidden);
  expect(text).not.toMatch(/href="javascript:/);
});

test('𠮷 and other characters beyond the basic plane → as they are', async () => {
  const finding = aFinding({ title: { ja: '𠮷野町の設定', en: 'x' } });

  expect(await show(aReport({ findings: [finding], actions: [] }))).toContain('𠮷野町の設定');
});

test('a report judged again → the old one leads to the new', async () => {
  const old = await store(aReport());
  const newer = await store(aReport(), old);

  expect((await member.client.get(`/reports/${old}`)).text).toContain(`href="/reports/${newer}"`);
});

test('a file of a report → a download that no browser opens in the portal', async () => {
  const id = await store(aReport());
  const bytes = Buffer.from('<script>alert(1)</script>');
  await portal.context.store.db
    .insertInto('reportFile')
    .values({ reportId: id, name: 'report.html', mediaType: 'text/html', sha256: '', bytes })
    .execute();

  const { client } = member;
  const response = await client.send(new Request(`${client.baseUrl}/reports/${id}/files/report.html`));

  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="report.html"/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(await client.download(id, 'report.html')).toEqual(new Uint8Array(bytes));
  await expect(client.download(id, '../enkaku.db')).rejects.toThrow('404');
});

test('the API → the report as it was sent, and its schema', async () => {
  const report = aReport();
  const id = await store(report);

  const schema = await portal.app.request('http://portal.test/api/v1/schemas/enkaku-report-1.json');
  const openapi = await portal.app.request('http://portal.test/api/v1/openapi.json');

  expect(await member.client.report(id)).toEqual(report);
  expect(await schema.json()).toMatchObject({ title: 'enkaku-report/1' });
  expect(JSON.stringify(await openapi.json())).toContain('/api/v1/reports/{id}');
});

test('what is stored is no report → 500 with a reference, nothing of the content', async () => {
  const id = await store({ ...aReport(), grade: 'Z' as never });

  const answer = await member.client.get(`/reports/${id}`);

  expect(answer.status).toBe(500);
  expect(answer.text).not.toMatch(/zod|invalid|expected/i);
});
