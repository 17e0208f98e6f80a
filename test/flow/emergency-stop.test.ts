import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { portsOf, reservationFor } from '../demo/reservation.ts';
import { startDemo } from '../demo/start-demo.ts';
import { assetsOf, foundTown } from '../demo/town.ts';
import { processesBelow } from '../run/processes.ts';

const stopMs = 2000;
const lookEveryMs = 20;

test('緊急停止 while nmap runs → it is gone within two seconds, and nothing starts again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'enkaku-stop-'));
  try {
    await using demo = await startDemo(path.join(folder, 'var'), () => undefined);
    const { client, assetIds } = await foundTown(demo.service.portalUrl, demo.adminLink, assetsOf(demo.lab));
    const scanner = demo.service.pids().scanner ?? 0;
    const nmapRuns = () => processesBelow(scanner).some(({ command }) => /(^|\/)nmap /.test(command));

    const reservationId = await client.book(reservationFor(assetIds, portsOf(demo.lab.beds)));
    expect(await comesTrue(nmapRuns, 60_000)).toBe(true);
    await client.stop(reservationId);
    // nmap is run twice, so a moment without it proves nothing: after two seconds it has to stay away.
    await sleep(stopMs);

    expect(await comesTrue(nmapRuns, 3000)).toBe(false);
    expect((await client.get(`/reservations/${reservationId}`)).text).toContain('badge--stopped');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function comesTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  const endsAt = performance.now() + withinMs;
  while (performance.now() < endsAt) {
    if (condition()) return true;
    await sleep(lookEveryMs);
  }
  return false;
}
