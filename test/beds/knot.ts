import { planAround } from './address-block.ts';
import type { Bed, StartOptions } from './contract.ts';
import { requireProgram } from './daemon.ts';
import { runZoneServer, type ZoneServerOptions, zoneServerBed } from './zone-server.ts';
import { zoneFile, zoneOf } from './zones.ts';

/** Knot DNS, a third server of `weak.test` or `hardened.test`. */
export async function startKnot(options: StartOptions): Promise<Bed> {
  const { address, dir, strength } = options;
  const zone = zoneOf(strength, planAround(address));
  const server = await runKnot({
    label: `${strength} Knot DNS`,
    dir,
    address,
    files: { 'zone.db': zoneFile(zone) },
    settings: strength === 'weak' ? weakSettings : hardenedSettings,
    zones: [{ name: zone.name, file: 'zone.db', more: strength === 'weak' ? '    acl: anyone\n' : '' }],
  });
  return zoneServerBed(options, { daemon: 'knot', host: 'ns3', zone, server });
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

export async function runKnot(options: ZoneServerOptions): Promise<AsyncDisposable> {
  const program = requireProgram('knotd', 'knot');
  const { dir, address, settings, zones } = options;
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
  return runZoneServer(options, { program, configurationFile: 'knot.conf', configuration, flags: [] });
}
