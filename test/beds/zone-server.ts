import { mkdir } from 'node:fs/promises';
import type { Bed, StartOptions } from './contract.ts';
import { startDaemon, writeOwnFiles } from './daemon.ts';
import { answersSoa } from './named.ts';
import type { Zone } from './zones.ts';

/** What NSD and Knot DNS are told alike; each writes it into a configuration of its own. */
export interface ZoneServerOptions {
  readonly label: string;
  readonly dir: string;
  readonly address: string;
  /** Zone files, named by `zones` relatively. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines of the server section; for Knot DNS, sections may follow. */
  readonly settings: string;
  /** The first is answered with SOA as soon as the server is up. */
  readonly zones: readonly { readonly name: Zone['name']; readonly file: string; readonly more: string }[];
}

interface ZoneServerProgram {
  readonly program: string;
  readonly configurationFile: string;
  readonly configuration: string;
  /** Before `-c` and the file. */
  readonly flags: readonly string[];
}

export async function runZoneServer(
  { label, dir, address, files, zones }: ZoneServerOptions,
  { program, configurationFile, configuration, flags }: ZoneServerProgram,
): Promise<AsyncDisposable> {
  await mkdir(dir, { recursive: true });
  await writeOwnFiles(dir, { ...files, [configurationFile]: configuration });
  return startDaemon({
    label,
    program,
    arguments: [...flags, '-c', `${dir}/${configurationFile}`],
    dir,
    user: 'unprivileged',
    interfaceAddresses: [address],
    ready: () => answersSoa(address, zones[0]?.name ?? '.'),
  });
}

interface ServedZone {
  readonly daemon: Bed['daemon'];
  /** Its name in the zone. */
  readonly host: string;
  readonly zone: Zone;
  readonly server: AsyncDisposable;
}

/** A further server of `weak.test` or `hardened.test`. */
export function zoneServerBed(
  { address, strength }: StartOptions,
  { daemon, host, zone, server }: ServedZone,
): Bed {
  return {
    daemon,
    strength,
    address,
    names: [`${host}.${zone.name}`],
    tcpPorts: [53],
    udpPorts: [53],
    zones: [zone.name],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
