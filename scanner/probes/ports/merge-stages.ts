import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import type { Address } from '@enkaku/shared/model/address.ts';
import { yes } from '@enkaku/shared/model/observed.ts';
import { bounded } from '../wire/bounded.ts';
import type { Discovery, Run } from './discover.ts';
import type { Identification } from './identify.ts';
import type { NmapHost } from './parse-nmap-xml.ts';
import { formatPortList } from './port-list.ts';
import type { PortSeen } from './port-seen.ts';
import type { Service } from './service.ts';

/**
 * All stages as one evidence. What discovery found open stays in it, whatever becomes of the others; a service that
 * answered us in its own language is not asked again by nmap.
 */
export function mergeStages(
  address: Address,
  requested: readonly number[],
  discovery: Discovery,
  recognised: ReadonlyMap<number, Service>,
  identification: Identification,
): EvidenceData['ports'] {
  const found = hostsOf(address, discovery.runs);
  const named = new Map(
    hostsOf(address, identification.runs).flatMap((host) => host.ports.map((port) => [port.port, port])),
  );
  const seen = new Map(found.flatMap((host) => host.ports.map((port) => [port.port, port])));
  const answered = discovery.runs.every((run) => run.ended && hostsOf(address, [run]).length > 0);
  return {
    tool: discovery.runs[0]?.report.tool ?? 'nmap',
    requested: bounded(`T:${formatPortList(requested)}`, limits.excerpt),
    host: hostState(found),
    ports: [...seen.values()]
      .map((port) => withService(port, recognised.get(port.port), named.get(port.port)))
      .sort((a, b) => a.port - b.port),
    collapsed: yes(found.flatMap(({ collapsed }) => collapsed).slice(0, limits.list)),
    warnings: warningsOf(address, discovery, identification),
    complete: answered && discovery.left.length === 0 && !identification.interrupted,
  };
}

function hostsOf(address: Address, runs: readonly Run[]): readonly NmapHost[] {
  return runs.flatMap((run) => run.report.hosts.filter((host) => host.address === address));
}

/** With -Pn nmap calls every host up; here a host is up when one of its ports answered. */
function hostState(found: readonly NmapHost[]): EvidenceData['ports']['host'] {
  if (found.length === 0) return 'missing';
  if (found.some((host) => host.answered)) return 'up';
  return found.some((host) => host.timedOut) ? 'timed-out' : 'down';
}

function withService(port: PortSeen, recognised: Service | undefined, named: PortSeen | undefined): PortSeen {
  if (recognised !== undefined) return { ...port, service: recognised };
  if (named === undefined || named.service === null) return port;
  return { ...port, service: named.service, scripts: named.scripts };
}

function warningsOf(address: Address, discovery: Discovery, identification: Identification): string[] {
  const runs = [...discovery.runs, ...identification.runs];
  const strangers = runs.flatMap((run) => run.report.hosts.filter((host) => host.address !== address));
  const warnings = [
    ...(discovery.left.length > 0 ? [`not asked for, time was up: ${formatPortList(discovery.left)}`] : []),
    ...(identification.left.length > 0
      ? [`service not identified in time: ${formatPortList([...identification.left].sort((a, b) => a - b))}`]
      : []),
    ...strangers.map((host) => `nmap returned another address: ${host.address}`),
    ...runs
      .filter((run) => run.report.unreadable > 0)
      .map(() => 'a part of the answer of nmap was unreadable'),
    ...runs
      .filter((run) => !run.ended)
      .map((run) => `nmap did not end by itself: ${formatPortList(run.ports)}`),
    ...runs.flatMap((run) => run.stderr.split('\n').filter((text) => text.trim() !== '')),
  ];
  return [...new Set(warnings)].slice(0, 64).map((text) => bounded(text, limits.line));
}
