import { afterAll, beforeAll, expect, test } from 'vitest';
import { formToken } from '../../test/flow/portal-client.ts';
import { readConfig } from '../config.ts';
import { pageRoutes } from '../pages/routes.ts';
import {
  contact,
  type Member,
  openTestPortal,
  provenAsset,
  soon,
  type TestPortal,
} from '../portal.fixture.ts';

let portal: TestPortal;
let owner: Member;
let stranger: Member;
/** Something of the owner's for every kind of id. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  portal = await openTestPortal();
  owner = await portal.member();
  stranger = await portal.member();
  const asset = await provenAsset(portal, owner);
  const reservation = await owner.client.book({ assetIds: [asset], ...soon(), ports: 'default', contact });
  const { db } = portal.context.store;
  const report = 'rep_0123456789abcdefghij';
  await db
    .insertInto('report')
    .values({
      id: report,
      reservationId: reservation as never,
      organisationId: owner.organisationId as never,
      supersedes: null,
      grade: 'A',
      catalogue: '',
      evaluatedAt: portal.context.now(),
      createdAt: portal.context.now(),
      content: '{}' as never,
    })
    .execute();
  const proof = await db
    .selectFrom('proof')
    .select('id')
    .where('method', '=', 'centre-approval')
    .executeTakeFirstOrThrow();
  ids = {
    assets: asset,
    reservations: reservation,
    reports: report,
    approvals: proof.id,
    organisations: owner.organisationId,
    stops: 'stp_0123456789abcdefghij',
    nodes: 'nod_0123456789abcdefghij',
  };
});
afterAll(() => portal[Symbol.asyncDispose]());

const open = new Set([
  '/sign-in',
  '/sign-in/code',
  '/sign-out',
  '/invitation/:token',
  '/scanner',
  '/two-factor',
]);
const routes = pageRoutes({ config: readConfig({ SMTP_URL: 'smtp://127.0.0.1' }), store: {} } as never).map(
  ({ method, path, rule }) => ({ method, path, rule }),
);

function filled(path: string): string {
  const id = ids[path.split('/')[1] ?? ''] ?? '';
  return path.replace(':id', id).replace(':name', 'report.pdf');
}

async function ask(client: Member['client'], method: string, path: string): Promise<Response> {
  const token = formToken((await client.get('/')).text);
  const body = new URLSearchParams({ formToken: token });
  const headers = { origin: client.baseUrl };
  return await client.send(
    new Request(`${client.baseUrl}${path}`, method === 'POST' ? { method, body, headers } : {}),
  );
}

test.each(routes.filter(({ path }) => !open.has(path)))(
  '$method $path without an account → sign-in',
  async ({ path }) => {
    const response = await portal
      .visitor()
      .send(new Request(`http://portal.test${filled(path).replace('/check', '')}`));

    expect([302, 404]).toContain(response.status);
    if (response.status === 302) expect(response.headers.get('location')).toMatch(/^\/sign-in/);
  },
);

test.each(routes.filter(({ path }) => path.includes(':id')))(
  '$method $path of another organisation → 404, or 403 for centre pages',
  async ({ method, path }) => {
    const response = await ask(stranger.client, method, filled(path));

    expect(response.status).toBe(/^\/(approvals|organisations|stops|nodes)/.test(path) ? 403 : 404);
  },
);

test.each(routes.filter(({ path }) => /^\/(assets|reservations|reports)\/:id/.test(path)))(
  '$method $path of something that does not exist → the same 404',
  async ({ method, path }) => {
    const response = await ask(
      owner.client,
      method,
      path.replace(':id', 'x_0000').replace(':name', 'report.pdf'),
    );

    expect(response.status).toBe(404);
  },
);

test.each(routes.filter(({ path }) => /^\/(nodes|stops|approvals|organisations)/.test(path)))(
  '$method $path as a municipality → 403',
  async ({ method, path }) => {
    expect((await ask(owner.client, method, filled(path))).status).toBe(403);
  },
);

test.each(['/', '/assets', '/reservations', '/scanner'])(
  '%s before the second factor is set up → nothing but its set-up, /scanner apart',
  async (path) => {
    const admin = await portal.administrator();
    const client = portal.visitor();
    const email = `half${path.length}@city.example.lg.jp`;
    const link = await admin.invite(owner.organisationId, email, 'reader');
    const invitation = new URL(link).pathname;
    await client.submit(
      invitation,
      invitation,
      [
        ['name', '半分'],
        ['email', email],
        ['password', 'correct horse battery'],
      ],
      'half',
    );

    const response = await client.send(new Request(`${client.baseUrl}${path}`));

    if (path === '/scanner') expect(response.status).toBe(200);
    else expect(response.headers.get('location')).toBe('/two-factor');
  },
);

test('a reader → may look, and change nothing', async () => {
  const reader = await portal.member('reader', owner.organisationId);

  const looks = await Promise.all(['/assets', '/reservations'].map((path) => reader.client.get(path)));
  const changes = await Promise.all(
    ['remove', 'check', 'approval-request'].map((what) =>
      ask(reader.client, 'POST', `/assets/${ids.assets}/${what}`),
    ),
  );
  const stop = await ask(reader.client, 'POST', `/reservations/${ids.reservations}/stop`);

  expect(looks.map(({ status }) => status)).toEqual([200, 200]);
  expect([...changes, stop].map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

test('the centre → sees a reservation, but not its report', async () => {
  const admin = await portal.administrator();

  expect((await admin.get(`/reservations/${ids.reservations}`)).status).toBe(200);
  expect((await admin.get(`/reports/${ids.reports}`)).status).toBe(404);
  expect((await admin.get(`/api/v1/reports/${ids.reports}`)).status).toBe(404);
});

test('a report of another organisation over the API → 404', async () => {
  expect((await stranger.client.get(`/api/v1/reports/${ids.reports}`)).status).toBe(404);
});
