import { certChecks } from './cert/index.ts';
import type { Check } from './check.ts';
import { containerChecks } from './container/index.ts';
import { daneChecks } from './dane/index.ts';
import { dbChecks } from './db/index.ts';
import { dnsChecks } from './dns/index.ts';
import { exposedChecks } from './exposed/index.ts';
import { ftpChecks } from './ftp/index.ts';
import { fwChecks } from './fw/index.ts';
import { gearChecks } from './gear/index.ts';
import { httpChecks } from './http/index.ts';
import { ikeChecks } from './ike/index.ts';
import { ipmiChecks } from './ipmi/index.ts';
import { ipv6Checks } from './ipv6/index.ts';
import { ldapChecks } from './ldap/index.ts';
import { mailChecks } from './mail/index.ts';
import { metaChecks } from './meta/index.ts';
import { ntpChecks } from './ntp/index.ts';
import { rdpChecks } from './rdp/index.ts';
import { rpcChecks } from './rpc/index.ts';
import { rsyncChecks } from './rsync/index.ts';
import { smbChecks } from './smb/index.ts';
import { snmpChecks } from './snmp/index.ts';
import { ssdpChecks } from './ssdp/index.ts';
import { sshChecks } from './ssh/index.ts';
import { telnetChecks } from './telnet/index.ts';
import { tftpChecks } from './tftp/index.ts';
import { tlsChecks } from './tls/index.ts';
import { upnpChecks } from './upnp/index.ts';
import { vncChecks } from './vnc/index.ts';
import { vpnChecks } from './vpn/index.ts';
import { webChecks } from './web/index.ts';
import { windowsChecks } from './windows/index.ts';

/** `tls.protocol.tls10`: the path of its file below this folder. */
export type CheckId = string;
export type Catalogue = Readonly<Record<CheckId, Check>>;

/** Every check there is. A test compares it with the files on disk. */
export const catalogue: Catalogue = {
  ...tlsChecks,
  ...certChecks,
  ...daneChecks,
  ...httpChecks,
  ...webChecks,
  ...mailChecks,
  ...dnsChecks,
  ...sshChecks,
  ...snmpChecks,
  ...telnetChecks,
  ...dbChecks,
  ...fwChecks,
  ...metaChecks,
  ...ipv6Checks,
  ...gearChecks,
  ...vpnChecks,
  ...exposedChecks,
  ...containerChecks,
  ...rdpChecks,
  ...smbChecks,
  ...ikeChecks,
  ...ipmiChecks,
  ...vncChecks,
  ...rpcChecks,
  ...windowsChecks,
  ...ldapChecks,
  ...upnpChecks,
  ...ssdpChecks,
  ...ntpChecks,
  ...rsyncChecks,
  ...tftpChecks,
  ...ftpChecks,
};

/** Changes whenever the same evidence may be judged differently: FNV-1a (64 bit) over every id and version. */
export function catalogueHash(checks: Catalogue): string {
  const lines = Object.entries(checks)
    .map(([id, check]) => `${id}@${check.version}\n`)
    .sort()
    .join('');
  let hash = 0xcbf29ce484222325n;
  for (const character of lines) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
