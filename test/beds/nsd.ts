import { mkdir } from 'node:fs/promises';
import { planAround } from './address-block.ts';
import type { Bed, StartOptions } from './contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from './daemon.ts';
import { answersSoa } from './named.ts';
import { type Zone, zoneFile, zoneOf } from './zones.ts';

/** NSD, a second server of `weak.test` or `hardened.test`. */
export async function startNsd({ address, dir, strength }: StartOptions): Promise<Bed> {
  const zone = zoneOf(strength, planAround(address));
  const server = await runNsd({
    label: `${strength} NSD`,
    dir,
    address,
    files: { 'zone.db': zoneFile(zone) },
    settings: strength === 'weak' ? '' : hardenedSettings,
    zones: [{ name: zone.name, file: 'zone.db', more: strength === 'weak' ? openTransfer : '' }],
  });
  return {
    daemon: 'nsd',
    strength,
    address,
    names: [`ns2.${zone.name}`],
    tcpPorts: [53],
    udpPorts: [53],
    zones: [zone.name],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const openTransfer = '  provide-xfr: 0.0.0.0/0 NOKEY\n';
export const hardenedSettings = `
  hide-version: yes
  hide-identity: yes
  refuse-any: yes
  minimal-responses: yes
`;

export interface NsdOptions {
  readonly label: string;
  readonly dir: string;
  readonly address: string;
  /** Zone files, named by `zones` relatively. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines of the server section. */
  readonly settings: string;
  /** The first is answered with SOA as soon as the server is up. */
  readonly zones: readonly { readonly name: Zone['name']; readonly file: string; readonly more: string }[];
}

export async function runNsd({
  label,
  dir,
  address,
  files,
  settings,
  zones,
}: NsdOptions): Promise<AsyncDisposable> {
  const program = requireProgram('nsd', 'nsd');
  await mkdir(dir, { recursive: true });
  await writeOwnFiles(dir, { ...files, 'nsd.conf': configuration(dir, address, settings, zones) });
  return startDaemon({
    label,
    program,
    arguments: ['-d', '-c', `${dir}/nsd.conf`],
    dir,
    user: 'unprivileged',
    interfaceAddresses: [address],
    ready: () => answersSoa(address, zones[0]?.name ?? '.'),
  });
}

function configuration(dir: string, address: string, settings: string, zones: NsdOptions['zones']): string {
  const served = zones.map(
    ({ name, file, more }) => `zone:\n  name: "${name}"\n  zonefile: "${file}"\n${more}`,
  );
  return `server:
  ip-address: ${address}
  username: ""
  chroot: ""
  zonesdir: "${dir}"
  database: ""
  pidfile: ""
  zonelistfile: "${dir}/zone.list"
  xfrdfile: "${dir}/xfrd.state"
  xfrdir: "${dir}"
  server-count: 1
${settings}
remote-control:
  control-enable: no
${served.join('')}`;
}
