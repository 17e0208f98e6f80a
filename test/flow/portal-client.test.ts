import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inviteFirstAdministrator } from '@enkaku/shared/db/first-administrator.ts';
import { openStore } from '@enkaku/shared/db/open.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PortalClient } from './portal-client.ts';

const root = path.resolve(import.meta.dirname, '../..');
const password = 'correct horse battery staple';
const served = new Map<string, string>();
let folder: string;
let portal: ChildProcess;
let website: http.Server;
let baseUrl: string;
let adminLink: string;

/** A port nobody listens on; the portal's own address has to be known before it starts. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enkaku-portal-'));
  website = http.createServer((request, response) => {
    const content = served.get(request.url ?? '');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  website.listen(0, '127.77.40.1');
  await once(website, 'listening');

  const databaseUrl = `sqlite:${path.join(folder, 'enkaku.db')}`;
  await using store = await openStore(databaseUrl);
  const token = await inviteFirstAdministrator(store.db, instant(Date.now()));
  const port = await freePort();
  baseUrl = `http://127.0.0.1:${port}`;
  adminLink = `${baseUrl}/invitation/${token}`;
  portal = spawn(process.execPath, ['portal/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ENKAKU_VAR: folder,
      DATABASE_URL: databaseUrl,
      PORTAL_PORT: String(port),
      PORTAL_URL: baseUrl,
      ENKAKU_NETWORK: 'lab',
      ENKAKU_PROOF_HTTP_PORT: String((website.address() as AddressInfo).port),
    },
  });
  await untilReady();
});

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${baseUrl}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error('the portal did not start');
}

afterAll(async () => {
  portal.kill('SIGTERM');
  if (portal.exitCode === null) await once(portal, 'exit');
  website.closeAllConnections();
  website.close();
  await rm(folder, { recursive: true, force: true });
});

test('from the first administrator to a booked diagnosis, over HTTP alone', async () => {
  const admin = new PortalClient(baseUrl);
  await admin.acceptInvitation(adminLink, { name: '管理 一郎', email: 'admin@centre.example.jp', password });
  const organisationId = await admin.createOrganisation({
    name: '見本市',
    kind: 'municipality',
    code: '011002',
  });
  const staff = new PortalClient(baseUrl);
  const person = { name: '情報 花子', email: 'hanako@city.example.lg.jp', password };
  await staff.acceptInvitation(await admin.invite(organisationId, person.email, 'approver'), person);

  const site = await staff.addAsset({ kind: 'address', value: '127.77.40.1', label: '公式サイト' });
  served.set(site.wellKnown?.path ?? '', site.wellKnown?.content ?? '');
  await staff.prove(site.id, 'well-known');
  const gear = await staff.addAsset({ kind: 'range', value: '127.77.40.8/30', label: 'ルーター' });
  await staff.requestApproval(gear.id, '契約している回線です。', new File(['%PDF-1.7'], '契約書.pdf'));
  const approved = await admin.approveAll('契約書を確認しました。');
  const reservationId = await staff.book({
    assetIds: [site.id, gear.id],
    opensAt: new Date(),
    closesAt: new Date(Date.now() + 3_600_000),
    ports: '80,443',
    contact: { name: '情報 花子', email: person.email, phone: '03-1234-5678' },
  });

  expect(approved).toBe(1);
  expect((await staff.get(`/reservations/${reservationId}`)).text).toContain('127.77.40.8/30');
  const elsewhere = new PortalClient(baseUrl);
  await elsewhere.signIn(person, staff.totpSecret);
  await elsewhere.stop(reservationId);
  expect((await staff.get(`/reservations/${reservationId}`)).text).toContain('緊急停止しました');
  expect(await (await fetch(`${baseUrl}/dev/mailbox`)).text()).toContain('/dev/mailbox/mil_');
});

test('waiting for a report that does not come → ends when it is told to', async () => {
  const client = new PortalClient(baseUrl);

  await expect(client.waitForReport('rsv_0', AbortSignal.timeout(50))).rejects.toThrow();
});

test('told to end → ends at once and cleanly', async () => {
  portal.kill('SIGTERM');

  const [code] = await once(portal, 'exit');

  expect(code).toBe(0);
});
