import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Report, reportSchema } from '@enkaku/shared/report/schema.ts';
import { atMost, type Benchmark, type Metric } from './benchmark.ts';
import { nodeCpuSeconds } from './gear/node-cpu.ts';
import { runChain, runSshAudit } from './gear/peers.ts';
import { differences, lookAtSsh } from './gear/ssh.ts';
import { startTownHost, type TownHost } from './gear/town-host.ts';

const diagnoseCommand = fileURLToPath(new URL('../../scheduler/commands/diagnose.ts', import.meta.url));
const sampleEveryMs = 100;
const sshRuns = 5;
const longestCpuSeconds = 2;
const fasterThanChain = 5;

/** One host with twenty open services, looked at by us and by the programs that one would run instead. */
export async function benchGear(): Promise<Benchmark> {
  await using host = await startTownHost();
  for (const line of host.missing) process.stderr.write(`missing: ${line}\n`);
  const ours = await diagnose(host);
  const chain = await runChain(host);
  for (const { name, seconds, why } of chain) {
    process.stderr.write(
      seconds === null ? `skipped: ${name}: ${why}\n` : `${name}: ${seconds.toFixed(1)} s\n`,
    );
  }
  const chainSeconds = chain.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  const seen = ours.report.hosts.find(({ address }) => address === host.address);
  const named = seen?.services.filter(({ transport, service }) => transport === 'tcp' && service !== null);
  return {
    name: 'gear',
    metrics: [
      informing('open TCP services', host.ports.length, 'services'),
      informing('of them named', named?.length ?? 0, 'services'),
      {
        ...informing('whole diagnosis', ours.seconds, 's'),
        peer: { name: 'chain', value: round(chainSeconds) },
      },
      atLeast('chain ÷ whole diagnosis', chainSeconds / ours.seconds, fasterThanChain),
      informing('processor time of the node until it begins', ours.cpuAtBegin, 's'),
      atMost('processor time of the node for this host', ours.cpuSeconds, 's', longestCpuSeconds),
      ...(await sshMetrics(host.address)),
    ],
  };
}

interface OwnRun {
  readonly seconds: number;
  readonly cpuAtBegin: number;
  readonly cpuSeconds: number;
  readonly report: Report;
}

async function diagnose(host: TownHost): Promise<OwnRun> {
  const resolver = host.resolver === null ? [] : ['--resolver', host.resolver];
  const args = ['--lab', '--json', '--ca', host.caFile, ...resolver, '--domain', host.domain];
  const ports = `${host.ports.join(',')},53/udp,161/udp,11211/udp`;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [diagnoseCommand, ...args, '--ports', ports, `${host.name}@${host.address}`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const cpuNow = () => nodeCpuSeconds(child.pid ?? 0);
  let [cpuAtBegin, cpuAtEnd] = [0, 0];
  // The first progress: the node has started, which it does once and not for each host.
  child.stderr.on('data', () => {
    if (cpuAtBegin === 0) cpuAtBegin = cpuNow();
  });
  const sampling = setInterval(() => {
    cpuAtEnd = Math.max(cpuAtEnd, cpuNow());
  }, sampleEveryMs);
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  clearInterval(sampling);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    seconds,
    cpuAtBegin,
    cpuSeconds: cpuAtEnd - cpuAtBegin,
    report: reportSchema.parse(JSON.parse(stdout)),
  };
}

async function sshMetrics(address: string): Promise<readonly Metric[]> {
  const peer = await runSshAudit(address);
  if (peer.seconds === null) {
    process.stderr.write(`skipped: ${peer.name}: ${peer.why}\n`);
    return [];
  }
  const runs = [];
  for (let run = 0; run < sshRuns; run++) runs.push(await lookAtSsh(address));
  const [first] = runs;
  const seconds = runs.map((run) => run.seconds).toSorted((a, b) => a - b)[Math.floor(sshRuns / 2)] ?? 0;
  const differing = first === undefined ? undefined : differences(first.seen, peer.stdout);
  return [
    {
      ...informing('SSH evidence, median', seconds, 's'),
      peer: { name: peer.name, value: round(peer.seconds) },
    },
    atMost('SSH evidence ÷ ssh-audit', seconds / peer.seconds, '', 1),
    atMost('algorithms that only one of the two reports', differing?.length ?? Number.NaN, '', 0),
  ];
}

function informing(name: string, value: number, unit: string): Metric {
  return { name, value: round(value), unit, goal: null, met: null, peer: null };
}

function atLeast(name: string, value: number, limit: number): Metric {
  return { name, value: round(value), unit: '×', goal: `≥ ${limit}`, met: value >= limit, peer: null };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
