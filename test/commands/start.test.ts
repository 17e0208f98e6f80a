import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { listNodes } from '@enkaku/shared/db/node.ts';
import { openStore } from '@enkaku/shared/db/open.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startService } from '../../scheduler/commands/processes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enkaku-start-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const environment = () => ({
  PATH: process.env.PATH,
  ENKAKU_VAR: folder,
  ENKAKU_NETWORK: 'lab',
  PORTAL_PORT: '0',
  FLEET_PORT: '0',
  LOG_LEVEL: 'error',
});
const service = (scanner: 'local' | 'none') =>
  startService({ env: environment(), scanner, output: 'ignore' });
const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.status === 200;

test('on an empty database → the link for the first administrator opens, a node joins, all end within 3 s', async () => {
  const running = await service('local');
  const pids = Object.values(running.pids());

  expect(running.adminLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation\/[\w-]{43}$/);
  expect(await answers(running.adminLink ?? '')).toBe(true);
  await using store = await openStore(`sqlite:${path.join(folder, 'enkaku.db')}`);
  await vi.waitFor(async () => expect(await listNodes(store.db)).toHaveLength(1), 20_000);

  const began = performance.now();
  await running[Symbol.asyncDispose]();
  expect(performance.now() - began).toBeLessThan(3000);
  expect(pids.filter(isRunning)).toEqual([]);
});

test('a scheduler that was killed → it is back by itself', async () => {
  await using running = await service('none');
  const { scheduler = 0 } = running.pids();

  process.kill(scheduler, 'SIGKILL');

  await vi.waitFor(() => expect(running.pids().scheduler ?? scheduler).not.toBe(scheduler), 10_000);
  await vi.waitFor(
    async () => expect(await answers(`${running.fleetUrl}/fleet/v1/health`)).toBe(true),
    10_000,
  );
});

test('a port that is taken → said, and nothing is started', async () => {
  await using running = await service('none');
  const fleet = { FLEET_PORT: new URL(running.fleetUrl).port };
  const env = { ...environment(), ...fleet };

  await expect(startService({ env, scanner: 'none', output: 'ignore' })).rejects.toMatchObject({
    code: 'port-taken',
  });
});

test('Ctrl-C → the command ends with 0, and its children with it, even those of a killed command', async () => {
  const program = fileURLToPath(new URL('../../scheduler/commands/start.ts', import.meta.url));
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const child = spawn(process.execPath, [program, '--no-scanner'], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const url = /https?:\S+/.exec((await lines.next()).value ?? '')?.[0] ?? '';
    expect(await answers(`${url}/healthz`)).toBe(true);

    const ended = once(child, 'exit');
    child.kill(signal);

    expect(await ended).toEqual(signal === 'SIGINT' ? [0, null] : [null, 'SIGKILL']);
    await vi.waitFor(async () => expect(await answers(`${url}/healthz`)).toBe(false), 5000);
  }
});
