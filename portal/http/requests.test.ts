import { afterAll, beforeAll, expect, test } from 'vitest';
import { formToken } from '../../test/flow/portal-client.ts';
import { type Member, openTestPortal, provenAsset, type TestPortal } from '../portal.fixture.ts';

let portal: TestPortal;
let member: Member;
let assetId: string;

beforeAll(async () => {
  portal = await openTestPortal();
  member = await portal.member();
  assetId = await provenAsset(portal, member);
});
afterAll(() => portal[Symbol.asyncDispose]());

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const { client } = member;
  const request = new Request(`${client.baseUrl}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: client.baseUrl, ...headers },
  });
  const response = await client.send(request);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const stillThere = async () => (await member.client.get(`/assets/${assetId}`)).status === 200;

test('a form with the token of another session → 403, in a sentence, and nothing changed', async () => {
  const other = await portal.member();
  const foreign =
    formToken((await other.client.get('/scanner?lang=ja')).text) ||
    formToken((await other.client.get('/')).text);

  const answer = await post(`/assets/${assetId}/remove`, { formToken: foreign });

  expect(foreign).not.toBe('');
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('何も変更されていません');
  expect(await stillThere()).toBe(true);
});

test('a form without a token → 403', async () => {
  expect((await post(`/assets/${assetId}/remove`, {})).status).toBe(403);
  expect(await stillThere()).toBe(true);
});

test.each([
  ['from another site', { origin: 'https://evil.example' }],
  ['that another site had the browser send', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
])('a form %s, with the right token → 403', async (_, headers) => {
  const token = formToken((await member.client.get('/')).text);

  const answer = await post(`/assets/${assetId}/remove`, { formToken: token }, headers);

  expect(answer.status).toBe(403);
  expect(await stillThere()).toBe(true);
});

test('a form of another media type → refused before anything reads it', async () => {
  const { client } = member;
  const body = JSON.stringify({ formToken: formToken((await client.get('/')).text) });
  const request = new Request(`${client.baseUrl}/assets/${assetId}/remove`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });

  expect((await client.send(request)).status).toBe(400);
  expect(await stillThere()).toBe(true);
});

test('a form larger than 64 KiB → 413, in a sentence', async () => {
  const token = formToken((await member.client.get('/')).text);

  const answer = await post('/assets/new', { formToken: token, label: 'x'.repeat(70_000) });

  expect(answer.status).toBe(413);
  expect(answer.text).toContain('大きすぎる');
});

test('an oversized form sent in pieces, without a length → 413', async () => {
  const { client } = member;
  const piece = new TextEncoder().encode('x'.repeat(20_000));
  let left = 6;
  const body = new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(piece);
    },
  });
  const request = new Request(`${client.baseUrl}/assets/new`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { origin: client.baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);

  expect((await client.send(request)).status).toBe(413);
});

const pages = [
  '/',
  '/assets',
  '/assets/new',
  '/reservations',
  '/reservations/new',
  '/scanner',
  '/sign-in',
  '/nowhere',
  '/nodes',
];

test.each(pages)('%s → a policy without anything unsafe, and the other headers', async (path) => {
  const { client } = member;

  const { headers } = await client.send(new Request(`${client.baseUrl}${path}`));

  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each(pages)('%s → no inline style, no inline script, no handler', async (path) => {
  const { text } = await member.client.get(path);

  expect(text).not.toMatch(/\sstyle="|<style|\son\w+="|<script(?! src="\/static\/)/i);
});

test('behind HTTPS → Strict-Transport-Security, and cookies that travel nowhere else', async () => {
  await using secure = await openTestPortal({ url: new URL('https://portal.test') });

  const { headers } = await secure.app.request('https://portal.test/sign-in');

  expect(headers.get('strict-transport-security')).toContain('max-age');
  expect(headers.get('set-cookie')).toMatch(/^__Host-enkaku_visitor=.*HttpOnly.*Secure.*SameSite=Lax/i);
});

test('something breaks inside → 500 with a reference, and nothing of the inside', async () => {
  await using broken = await openTestPortal();
  await broken.context.store.db.schema.dropTable('setting').execute();

  const response = await broken.app.request('http://portal.test/healthz');

  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).toMatch(/照会番号: <code>[0-9a-f]{12}/);
  expect(text).not.toMatch(/sqlite|no such table|at Object|\.ts/i);
});

test('a page in English by one click, remembered', async () => {
  await using english = await openTestPortal();
  const visitor = english.visitor();

  const first = (await visitor.get('/sign-in?lang=en')).text;
  const second = (await visitor.get('/sign-in')).text;

  expect(first).toContain('<html lang="en">');
  expect(second).toContain('Sign in');
});

test.each(['tokens.css', 'theme.css', 'progress.js', 'icon.svg'])('/static/%s → served', async (name) => {
  expect((await portal.app.request(`http://portal.test/static/${name}`)).status).toBe(200);
});

test.each(['..%2fmain.ts', '%2e%2e%2fpackage.json', 'main.ts', 'constructor'])(
  '/static/%s → 404',
  async (name) => {
    expect((await portal.app.request(`http://portal.test/static/${name}`)).status).toBe(404);
  },
);
