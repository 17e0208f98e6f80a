import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BedFailedError, BedUnavailableError } from '../../beds/contract.ts';
import { type DnsWorld, startDnsWorld, type WorldZone, zonePlans } from '../../beds/dns-world.ts';
import { lookAtZone } from '../../beds/look-at-zone.ts';
import type { Benchmark, Metric } from '../benchmark.ts';
import { atMost, informs, median } from '../benchmark.ts';
import { agreementOf, oursAlone, type Row } from './agreement.ts';
import { messagesOf, type PeerRun, runPeer, runZonemaster, writeHints } from './zonemaster.ts';

const runs = 5;
const healthy = 'good.test';
const withDeadServer = 'dead.test';

/** A zone's diagnosis inside a running node, beside zonemaster-cli and dnsviz on the same servers in the same run. */
export async function benchDns(): Promise<Benchmark> {
  try {
    await using world = await startDnsWorld();
    return { name: 'dns', metrics: await measure(world) };
  } catch (error) {
    if (!(error instanceof BedUnavailableError || error instanceof BedFailedError)) throw error;
    process.stderr.write(`dns: skipped: ${error.message}\n`);
    return { name: 'dns', metrics: [] };
  }
}

async function measure(world: DnsWorld): Promise<readonly Metric[]> {
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-bench-dns-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const hints = await writeHints(dir, world.root);
  await lookAtZone('plain.test', world.resolver); // a running node has its code compiled
  const [ours, zonemaster] = [[] as number[], [] as PeerRun[]];
  for (let run = 0; run < runs; run++) {
    ours.push((await lookAtZone(healthy, world.resolver)).seconds);
    const peer = await runZonemaster(healthy, hints);
    if (peer !== null) zonemaster.push(peer);
  }
  const dnsviz = await runDnsviz(healthy, world, dir);
  const dead = (await lookAtZone(withDeadServer, world.resolver)).seconds;
  const deadPeer = await runZonemaster(withDeadServer, hints);
  const peers = zonemaster.map(({ seconds }) => seconds);
  return [
    besideHalf('a healthy zone', median(ours), peers.length === 0 ? null : median(peers)),
    besideHalf('a zone with one dead server', dead, deadPeer?.seconds ?? null),
    ...(dnsviz === null
      ? missing('dnsviz')
      : [informs('a healthy zone, beside dnsviz', median(ours), 's', { name: 'dnsviz', value: dnsviz })]),
    ...(deadPeer === null ? missing('zonemaster-cli') : await agree(world, hints)),
  ];
}

/** Less than half of Zonemaster's time; without Zonemaster there is nothing to compare with. */
function besideHalf(name: string, seconds: number, peer: number | null): Metric {
  if (peer === null) return informs(name, seconds, 's', null);
  return {
    ...atMost(name, seconds, 's', Math.round((peer / 2) * 1000) / 1000),
    peer: { name: 'zonemaster-cli', value: Math.round(peer * 100) / 100 },
  };
}

function missing(program: string): readonly Metric[] {
  process.stderr.write(
    `dns: not compared with ${program}: it is not installed (apt-get install ${program})\n`,
  );
  return [];
}

/** `probe` and `grok`, as an administrator runs them one after the other. */
async function runDnsviz(zone: WorldZone, world: DnsWorld, dir: string): Promise<number | null> {
  const [file, servers] = [join(dir, 'dnsviz.json'), world.serversOf(zone)];
  const pairs = servers.map(({ name, address }) => `${name}=${address}`).join(',');
  const probe = await runPeer('dnsviz', [
    'probe',
    '-4',
    '-A',
    '-d',
    '0',
    '-x',
    `${zone}+:${pairs}`,
    '-o',
    file,
    zone,
  ]);
  const grok = await runPeer('dnsviz', ['grok', '-l', 'info', '-r', file, '-o', join(dir, 'grok.json')]);
  return probe === null || grok === null ? null : probe.seconds + grok.seconds;
}

async function agree(world: DnsWorld, hints: string): Promise<readonly Metric[]> {
  const rows: Row[] = [];
  for (const zone of Object.keys(zonePlans)) {
    const [looked, peer] = await Promise.all([lookAtZone(zone, world.resolver), runZonemaster(zone, hints)]);
    const accused = looked.judgements.filter(({ verdict }) => verdict.verdict === 'vulnerable');
    const found = new Set(accused.map(({ check }) => check));
    const messages = peer === null ? [] : messagesOf(peer);
    rows.push(...agreementOf(zone, messages, found));
    const alone = oursAlone(messages, found);
    if (alone.length > 0) process.stderr.write(`${zone.padEnd(18)} ours alone: ${alone.join(' ')}\n`);
  }
  for (const { zone, testcase, state, ours, tags } of rows) {
    process.stderr.write(`${zone.padEnd(18)} ${testcase.padEnd(15)} ${state.padEnd(10)} ${ours} (${tags})\n`);
  }
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  return [
    informs('test cases of Zonemaster with the same finding', count('same'), 'cases', null),
    informs('test cases that differ for a stated reason', count('explained'), 'cases', null),
    atMost('test cases that differ without one', count('missing'), 'cases', 0),
  ];
}
