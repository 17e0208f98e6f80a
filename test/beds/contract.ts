import type { TestCa } from './test-ca.ts';

export const daemons = [
  'nginx',
  'apache',
  'lighttpd',
  'haproxy',
  'postfix',
  'bind',
  'nsd',
  'knot',
  'openssh',
  'net-snmp',
] as const;
export type DaemonName = (typeof daemons)[number];
export type Strength = 'weak' | 'hardened';
export type BedName = `${Strength}-${DaemonName}`;
export const bedNames: readonly BedName[] = daemons.flatMap(
  (daemon) => [`weak-${daemon}`, `hardened-${daemon}`] as const,
);

/** A running server to diagnose. Disposing stops it, waits for its end and removes its files. */
export interface Bed extends AsyncDisposable {
  readonly daemon: DaemonName;
  readonly strength: Strength;
  readonly address: string;
  /** Names that it answers to; the first is its main one. */
  readonly names: readonly string[];
  readonly tcpPorts: readonly number[];
  readonly udpPorts: readonly number[];
  /** Zones that it is authoritative for. */
  readonly zones: readonly string[];
}

/** `dir`: a folder that exists; the bed makes its own in it. */
export interface BedOptions {
  readonly address: string;
  readonly ca: TestCa;
  readonly dir: string;
}

/** What a daemon's own module is given: `dir` is the bed's own here. */
export interface StartOptions extends BedOptions {
  readonly strength: Strength;
}

/** This machine lacks what the bed needs; `message` says what. */
export class BedUnavailableError extends Error {
  override readonly name = 'BedUnavailableError';
  readonly code = 'bed-unavailable';
}

/** The daemon is there and did not come up; `message` ends with the last lines of its log. */
export class BedFailedError extends Error {
  override readonly name = 'BedFailedError';
  readonly code = 'bed-failed';
}

export function isBedName(text: string): text is BedName {
  return (bedNames as readonly string[]).includes(text);
}

export function strengthOf(name: BedName): Strength {
  return name.startsWith('weak-') ? 'weak' : 'hardened';
}

export function daemonOf(name: BedName): DaemonName {
  return name.slice(name.indexOf('-') + 1) as DaemonName;
}
