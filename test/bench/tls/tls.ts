import { lookAtTls, type TlsLook } from '../../beds/look-at-tls.ts';
import { runNmap, runSslscan, runTestssl, whereInstalled } from '../../beds/tls-peers.ts';
import { startTlsWorld, type TlsPlace } from '../../beds/tls-world.ts';
import { atMost, type Benchmark, informs, type Metric, median } from '../benchmark.ts';
import { moveAway } from '../move-away.ts';
import { type Agreement, compare, type Peer, type PeerWords, peers } from './agreement.ts';
import { explanationOf } from './explained.ts';

const runs = 5;
const roundTripMs = 20;

/** The evidence for all TLS checks of one endpoint, inside a running node, beside peers on the same servers in the same run. */
export async function benchTls(): Promise<Benchmark> {
  await using world = await startTlsWorld();
  for (const { reason } of world.unavailable) process.stderr.write(`tls: without one server: ${reason}\n`);
  const metrics: Metric[] = [];
  const agreements: [Peer, Agreement][] = [];
  for (const place of world.places) {
    const words = await listen(place, metrics);
    const look = await lookAtTls(place.address, place.name, 'always');
    agreements.push(
      ...peers.map((peer): [Peer, Agreement] => [peer, compare(titleOf(place), look, words, peer)]),
    );
  }
  return {
    name: 'tls',
    metrics: [...metrics, ...peers.flatMap((peer) => agreementMetrics(peer, agreements))],
  };
}

/** Times us and the peers at one server, near and far. @returns what the peers said */
async function listen(place: TlsPlace, metrics: Metric[]): Promise<PeerWords> {
  const title = titleOf(place);
  const isModern = place.strength === 'hardened';
  await lookAtTls(place.address, place.name, 'where-weak'); // a running node has its code compiled
  const looks = await repeat(() => lookAtTls(place.address, place.name, 'where-weak'));
  const complete = await lookAtTls(place.address, place.name, 'always');
  if (isModern) {
    const [usual] = looks as [TlsLook];
    metrics.push(atMost(`${title}: connections`, usual.connections, '', 20));
    metrics.push(atMost(`${title}: connections with the complete list`, complete.connections, '', 45));
  }
  const sslscan = await timed(() => runSslscan(place));
  const nmap = await timed(() => runNmap(place));
  const testssl = place.server === 'nginx' ? await timed(() => runTestssl(place), 1) : null;
  const ours = median(looks.map(({ seconds }) => seconds));
  metrics.push(informs(`${title}: all evidence`, ours, 's', null));
  metrics.push(
    ...ratio(`${title}`, ours, 'sslscan', sslscan, 1),
    ...ratio(`${title}`, ours, 'nmap', nmap, 1),
  );
  metrics.push(...ratio(`${title}`, ours, 'testssl.sh', testssl, 0.01));

  await using far = await moveAway(place.address, [443], roundTripMs);
  const farLooks = await repeat(() => lookAtTls(far.address, place.name, 'where-weak'));
  const farOurs = median(farLooks.map(({ seconds }) => seconds));
  const farTitle = `${title} at ${roundTripMs} ms`;
  metrics.push(informs(`${farTitle}: all evidence`, farOurs, 's', null));
  const farPlace = { ...place, address: far.address };
  metrics.push(...ratio(farTitle, farOurs, 'sslscan', await timed(() => runSslscan(farPlace), 3), 0.5));
  metrics.push(...ratio(farTitle, farOurs, 'nmap', await timed(() => runNmap(farPlace), 3), 0.5));
  return { sslscan: sslscan?.said ?? null, nmap: nmap?.said ?? null, testssl: testssl?.said ?? null };
}

function titleOf({ strength, server }: TlsPlace): string {
  return `${strength} ${server}`;
}

interface Timed<T> {
  readonly seconds: number;
  readonly said: T;
}

async function timed<T>(run: () => Promise<T>, times = runs): Promise<Timed<T> | null> {
  const all: Timed<T>[] = [];
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    const said = await whereInstalled(run());
    if (said === null) return null;
    all.push({ seconds: (performance.now() - startedAt) / 1000, said });
  }
  const [first] = all as [Timed<T>];
  return { seconds: median(all.map(({ seconds }) => seconds)), said: first.said };
}

async function repeat<T>(run: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let turn = 0; turn < runs; turn++) all.push(await run());
  return all;
}

function ratio(
  title: string,
  ours: number,
  peer: string,
  theirs: Timed<unknown> | null,
  limit: number,
): Metric[] {
  if (theirs === null) {
    process.stderr.write(`tls: ${peer} is not installed or takes too long at ${title}\n`);
    return [];
  }
  const value = Math.round((ours / theirs.seconds) * 10_000) / 10_000;
  const name = `${title}: share of the ${theirs.seconds.toFixed(2)} s of ${peer}`;
  return [{ name, value, unit: '×', goal: `< ${limit}`, met: value < limit, peer: null }];
}

function agreementMetrics(peer: Peer, agreements: readonly [Peer, Agreement][]): readonly Metric[] {
  const all = agreements.filter(([of]) => of === peer).map(([, agreement]) => agreement);
  const compared = all.reduce((total, agreement) => total + agreement.compared, 0);
  if (compared === 0) return [];
  const disagreements = all.flatMap((agreement) => agreement.disagreements);
  for (const disagreement of disagreements) {
    const why = explanationOf(disagreement) ?? 'NOT EXPLAINED';
    const { check, place, ours, theirs } = disagreement;
    process.stderr.write(`tls: ${peer}, ${place}, ${check}: ${theirs}, we say ${ours}: ${why}\n`);
  }
  const open = disagreements.filter((disagreement) => explanationOf(disagreement) === undefined);
  return [
    informs(`${peer}: answers that agree, of ${compared}`, compared - disagreements.length, '', null),
    atMost(`${peer}: disagreements without an explanation`, open.length, '', 0),
  ];
}
