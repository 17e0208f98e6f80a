import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBeds } from '../../beds/bed.ts';
import { accusedBy, lookAtWeb, type WebLook } from '../../beds/look-at-web.ts';
import { atMost, type Benchmark, informs, type Metric, median } from '../benchmark.ts';
import { moveAway } from '../move-away.ts';
import { agreementOf, type Row } from './agreement.ts';
import { missingObservatory, type ObservatoryRun, runObservatory } from './observatory.ts';

const runs = 3;
const roundTripsMs = [0, 20] as const;
const ports = [
  { port: 80, scheme: 'http' },
  { port: 443, scheme: 'https' },
] as const;
const sites = [
  { bed: 'weak-nginx', name: 'www.weak.test' },
  { bed: 'weak-nginx', name: 'careless.weak.test' },
  { bed: 'hardened-nginx', name: 'www.hardened.test' },
] as const;

/** The web visit inside a running node beside Mozilla's HTTP Observatory, on the same servers in the same run. */
export async function benchWeb(): Promise<Benchmark> {
  await using beds = await startBeds(['weak-nginx', 'hardened-nginx']);
  const [gone] = beds.unavailable.filter(({ name }) => name !== 'resolver');
  if (gone !== undefined) {
    process.stderr.write(`web: skipped: ${gone.reason}\n`);
    return { name: 'web', metrics: [] };
  }
  const why = await missingObservatory();
  if (why !== undefined) process.stderr.write(`web: not compared with the HTTP Observatory: ${why}\n`);
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-bench-web-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const rootFile = join(dir, 'root.pem');
  await writeFile(rootFile, beds.ca.rootPem);

  const metrics: Metric[] = [];
  const rows: Row[] = [];
  for (const { bed, name } of sites) {
    const address = beds.plan.bed(bed);
    await lookAtWeb({ address, name, ports }); // a running node has its code compiled
    for (const roundTripMs of roundTripsMs) {
      await using far = await moveAway(
        address,
        ports.map(({ port }) => port),
        roundTripMs,
      );
      const looks: WebLook[] = [];
      const peers: ObservatoryRun[] = [];
      for (let run = 0; run < runs; run++) {
        looks.push(await lookAtWeb({ address: far.address, name, ports }));
        if (why === undefined) peers.push(await runObservatory(name, far.address, rootFile));
      }
      metrics.push(...compare(`${name} at ${roundTripMs} ms`, looks, peers));
      const [look, peer] = [looks[0], peers[0]];
      if (roundTripMs === 0 && look !== undefined && peer !== undefined) {
        rows.push(...agreementOf(name, peer.tests, accusedBy(look)));
      }
    }
  }
  return { name: 'web', metrics: [...metrics, ...agree(rows)] };
}

function compare(
  title: string,
  looks: readonly WebLook[],
  peers: readonly ObservatoryRun[],
): readonly Metric[] {
  const ours = median(looks.map(({ seconds }) => seconds));
  const requests = looks[0]?.requests ?? 0;
  const theirs = peers.length === 0 ? null : median(peers.map(({ seconds }) => seconds));
  const peer = theirs === null ? null : { name: 'HTTP Observatory', value: theirs };
  return [
    informs(`${title}: both ports, ${requests} requests, at 50 a second`, ours, 's', peer),
    ...(theirs === null
      ? []
      : [informs(`${title}: time of the Observatory that we take`, ours / theirs, '×', null)]),
  ];
}

function agree(rows: readonly Row[]): readonly Metric[] {
  if (rows.length === 0) return [];
  for (const { site, test, state, theirs, ours, why } of rows) {
    process.stderr.write(
      `${site.padEnd(18)} ${test.padEnd(30)} ${state.padEnd(12)} ${theirs} | ${ours}${why === '' ? '' : ` (${why})`}\n`,
    );
  }
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  return [
    informs('tests of the Observatory with the same answer', count('same'), 'tests', null),
    informs('tests that differ for a stated reason', count('explained'), 'tests', null),
    atMost('tests that differ without one', count('unexplained'), 'tests', 0),
  ];
}
