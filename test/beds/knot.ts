import { mkdir } from 'node:fs/promises';
import { planAround } from './address-block.ts';
import type { Bed, StartOptions } from './contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from './daemon.ts';
import { answersSoa } from './named.ts';
import { zoneFile, zoneOf } from './zones.ts';

/** Knot DNS, a third server of `weak.test` or `hardened.test`. */
export async function startKnot({ address, dir, strength }: StartOptions): Promise<Bed> {
  const zone = zoneOf(strength, planAround(address));
  const server = await runKnot({
    label: `${strength} Knot DNS`,
    dir,
    address,
    files: { 'zone.db': zoneFile(zone) },
    settings: strength === 'weak' ? weakSettings : hardenedSettings,
    zones: [{ name: zone.name, file: 'zone.db', more: strength === 'weak' ? '    acl: anyone\n' : '' }],
  });
  return {
    daemon: 'knot',
    strength,
    address,
    names: [`ns3.${zone.name}`],
    tcpPorts: [53],
    udpPorts: [53],
    zones: [zone.name],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const weakSettings = `    identity: "dns03.office.weak.test"
    nsid: "dns03"
acl:
  - id: anyone
    action: transfer
`;
const hardenedSettings = `    identity: ""
    version: ""
    nsid: ""
`;

export interface KnotOptions {
  readonly label: string;
  readonly dir: string;
  readonly address: string;
  /** Zone files, named by `zones` relatively. */
  readonly files: Readonly<Record<string, string>>;
  /** The rest of the server section, and sections after it. */
  readonly settings: string;
  /** The first is answered with SOA as soon as the server is up. */
  readonly zones: readonly { readonly name: string; readonly file: string; readonly more: string }[];
}

export async function runKnot({
  label,
  dir,
  address,
  files,
  settings,
  zones,
}: KnotOptions): Promise<AsyncDisposable> {
  const program = requireProgram('knotd', 'knot');
  await mkdir(dir, { recursive: true });
  const served = zones.map(({ name, file, more }) => `  - domain: ${name}\n    file: "${file}"\n${more}`);
  const configuration = `server:
    rundir: "${dir}"
    listen: ${address}@53
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
${settings}database:
    storage: "${dir}"
template:
  - id: default
    storage: "${dir}"
    zonefile-sync: -1
    journal-content: none
zone:
${served.join('')}`;
  await writeOwnFiles(dir, { ...files, 'knot.conf': configuration });
  return startDaemon({
    label,
    program,
    arguments: ['-c', `${dir}/knot.conf`],
    dir,
    user: 'unprivileged',
    interfaceAddresses: [address],
    ready: () => answersSoa(address, zones[0]?.name ?? '.'),
  });
}
