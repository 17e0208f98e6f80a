import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Member, openTestPortal, pdf, type TestPortal } from '../../portal.fixture.ts';

let portal: TestPortal;
let member: Member;
let server: http.Server;
const files = new Map<string, string>();

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const content = files.get(request.url ?? '');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  server.listen(0, '127.77.32.1');
  await once(server, 'listening');
  portal = await openTestPortal({ proofHttpPort: (server.address() as AddressInfo).port });
  member = await portal.member();
});
afterAll(async () => {
  await portal[Symbol.asyncDispose]();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('the file in its place → proven, for a year, and bookable', async () => {
  const asset = await member.client.addAsset({ kind: 'address', value: '127.77.32.1' });
  files.set(asset.wellKnown?.path ?? '', asset.wellKnown?.content ?? '');

  await member.client.prove(asset.id, 'well-known');

  expect((await member.client.get(`/assets/${asset.id}`)).text).toContain('令和9年');
  expect((await member.client.get('/reservations/new')).text).not.toMatch(
    new RegExp(`value="${asset.id}"\\s+disabled`),
  );
});

test('no file → not proven, the page says what the server answered', async () => {
  await member.client.actFor(member.organisationId);
  const other = await portal.member();
  const asset = await other.client.addAsset({ kind: 'address', value: '127.77.32.1' });

  await expect(other.client.prove(asset.id, 'well-known')).rejects.toThrow();

  expect((await other.client.get(`/assets/${asset.id}`)).text).toContain('の応答は 404 でした');
});

test('another asset’s token → not proven', async () => {
  const other = await portal.member();
  const asset = await other.client.addAsset({ kind: 'address', value: '127.77.32.1' });
  files.set(asset.wellKnown?.path ?? '', [...files.values()][0] ?? '');

  await expect(other.client.prove(asset.id, 'well-known')).rejects.toThrow();
});

test('a way that the kind does not have → 404', async () => {
  const { id } = await member.client.addAsset({ kind: 'range', value: '127.77.33.0/30' });

  await expect(
    member.client.submit(`/assets/${id}`, `/assets/${id}/check`, [['method', 'well-known']], 'check'),
  ).rejects.toThrow('404');
});

test('the same asset twice → refused', async () => {
  await expect(member.client.addAsset({ kind: 'address', value: '127.77.32.1' })).rejects.toThrow(
    'すでに追加',
  );
});

test.each([
  ['a page of HTML called .pdf', new File(['<html>'], 'a.pdf', { type: 'application/pdf' }), '書類だけです'],
  ['an empty file', new File([''], 'a.pdf'), '書類を添付'],
  ['a file above 5 MB', new File([`%PDF-${'x'.repeat(5 * 1024 * 1024)}`], 'a.pdf'), '5 MB まで'],
])('%s → refused', async (_, file, words) => {
  const { id } = await member.client.addAsset({ kind: 'address', value: `127.77.34.${file.size % 250}` });

  await expect(member.client.requestApproval(id, '説明', file)).rejects.toThrow(words);
});

test('a request much larger than any document → 413', async () => {
  const { id } = await member.client.addAsset({ kind: 'address', value: '127.77.35.1' });
  const file = new File(['x'.repeat(6 * 1024 * 1024)], 'a.pdf');

  await expect(member.client.requestApproval(id, '説明', file)).rejects.toThrow('413');
});

test('an approval → the range is pinned address by address; its document is a download, never a page', async () => {
  const admin = await portal.administrator();
  const { id } = await member.client.addAsset({ kind: 'range', value: '127.77.36.0/30' });
  await member.client.requestApproval(id, 'データセンターの範囲', pdf);
  const waiting = (await member.client.get(`/assets/${id}`)).text;
  const proofId = /\/approvals\/(prf_\w+)/.exec((await admin.get('/approvals')).text)?.[1];
  const document = await admin.send(new Request(`${admin.baseUrl}/approvals/${proofId}/attachment`));

  await admin.approveAll('割当通知を確認しました。');

  expect(waiting).toContain('センターで審査中');
  expect(document.headers.get('content-disposition')).toMatch(
    /^attachment; filename="___.pdf"; filename\*=UTF-8''%E5%A5%91/,
  );
  expect(document.headers.get('content-security-policy')).toContain('sandbox');
  expect((await member.client.get(`/assets/${id}`)).text).toContain(
    '127.77.36.0, 127.77.36.1, 127.77.36.2, 127.77.36.3',
  );
});

test('a refusal → the organisation reads the reason, and may ask again', async () => {
  const admin = await portal.administrator();
  const { id } = await member.client.addAsset({ kind: 'address', value: '127.77.37.1' });
  await member.client.requestApproval(id, '説明', pdf);
  const proofId = /\/approvals\/(prf_\w+)/.exec((await admin.get('/approvals')).text)?.[1];
  const path = `/approvals/${proofId}`;
  const refuse = [
    ['reason', '書類に <団体名> がありません。'],
    ['decision', 'refuse'],
  ] as const;
  await admin.submit(path, path, refuse, 'refusal');

  const { text } = await member.client.get(`/assets/${id}`);

  expect(text).toContain('書類に &lt;団体名&gt; がありません。');
  expect(text).toContain('/approval-request');
  await expect(admin.submit('/approvals', path, refuse, 'again')).rejects.toThrow(
    'すでに審査が終わっています',
  );
});

test('a removed asset → gone', async () => {
  const { id } = await member.client.addAsset({ kind: 'address', value: '127.77.38.1' });

  await member.client.submit(`/assets/${id}`, `/assets/${id}/remove`, [], 'removal');

  expect((await member.client.get(`/assets/${id}`)).status).toBe(404);
});

test('on the Internet, a special-purpose address → refused beside the field, and kept', async () => {
  await using internet = await openTestPortal({ network: 'internet' });
  const { client } = await internet.member();

  const refused = client.addAsset({ kind: 'address', value: '127.0.0.1' });

  await expect(refused).rejects.toThrow('RFC 6890');
  await expect(refused).rejects.toMatchObject({ page: expect.stringContaining('value="127.0.0.1"') });
});
