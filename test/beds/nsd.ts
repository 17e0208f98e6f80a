import { planAround } from './address-block.ts';
import type { Bed, StartOptions } from './contract.ts';
import { requireProgram } from './daemon.ts';
import { runZoneServer, type ZoneServerOptions, zoneServerBed } from './zone-server.ts';
import { zoneFile, zoneOf } from './zones.ts';

/** NSD, a second server of `weak.test` or `hardened.test`. */
export async function startNsd(options: StartOptions): Promise<Bed> {
  const { address, dir, strength } = options;
  const zone = zoneOf(strength, planAround(address));
  const server = await runNsd({
    label: `${strength} NSD`,
    dir,
    address,
    files: { 'zone.db': zoneFile(zone) },
    settings: strength === 'weak' ? '' : hardenedSettings,
    zones: [{ name: zone.name, file: 'zone.db', more: strength === 'weak' ? openTransfer : '' }],
  });
  return zoneServerBed(options, { daemon: 'nsd', host: 'ns2', zone, server });
}

const openTransfer = '  provide-xfr: 0.0.0.0/0 NOKEY\n';
export const hardenedSettings = `
  hide-version: yes
  hide-identity: yes
  refuse-any: yes
  minimal-responses: yes
`;

export async function runNsd(options: ZoneServerOptions): Promise<AsyncDisposable> {
  const program = requireProgram('nsd', 'nsd');
  return runZoneServer(options, {
    program,
    configurationFile: 'nsd.conf',
    configuration: configuration(options),
    flags: ['-d'],
  });
}

function configuration({ dir, address, settings, zones }: ZoneServerOptions): string {
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
