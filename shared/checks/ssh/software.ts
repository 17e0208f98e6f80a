/** What a greeting says of the device. Anybody may write anything there: a hint, never proof. */
export interface Vendor {
  readonly name: string;
  /** `gear`: routers, switches and firewalls, which nobody but their operators needs to reach. */
  readonly kind: 'gear' | 'software';
}

/** After `SSH-2.0-`; from ssh-audit's software.py and recog's ssh_banners. */
const vendors: readonly (readonly [greeting: RegExp, Vendor])[] = [
  [/^Cisco-/, { name: 'Cisco IOS', kind: 'gear' }],
  [/^CISCO_WLC/, { name: 'Cisco WLC', kind: 'gear' }],
  [/^ROSSSH/, { name: 'MikroTik RouterOS', kind: 'gear' }],
  [/^(?:Comware|HUAWEI|VRP)/, { name: 'Comware / VRP', kind: 'gear' }],
  [/^FortiSSH/, { name: 'Fortinet', kind: 'gear' }],
  [/^NetScreen/, { name: 'Juniper NetScreen', kind: 'gear' }],
  [/^ZyXEL/i, { name: 'Zyxel', kind: 'gear' }],
  [/^YAMAHA/i, { name: 'Yamaha RTX', kind: 'gear' }],
  [/^(?:SSH_)?UNIVERGE/i, { name: 'NEC UNIVERGE IX', kind: 'gear' }],
  [/^AWPLUS|^AlliedTelesis/i, { name: 'Allied Telesis', kind: 'gear' }],
  [/^Sonic(?:OS|WALL)/i, { name: 'SonicWall', kind: 'gear' }],
  [/^dropbear/, { name: 'Dropbear', kind: 'software' }],
  [/^libssh/, { name: 'libssh', kind: 'software' }],
  [/^mod_sftp/, { name: 'ProFTPD mod_sftp', kind: 'software' }],
  [/^WeOnlyDo|^Bitvise|^\d+\.\d+ FlowSsh/, { name: 'Bitvise / WeOnlyDo', kind: 'software' }],
];

export function vendorOf(banner: string): Vendor | undefined {
  const greeting = banner.replace(/^SSH-[\d.]+-/, '');
  return vendors.find(([pattern]) => pattern.test(greeting))?.[1];
}

/**
 * Whether the version is of a release that nobody mends any more. A distribution that says its revision mends its own
 * package; of those, only the releases whose support has ended count (Debian's and Ubuntu's own numbers).
 */
export function isEndOfLife(banner: string): boolean {
  const openssh = /OpenSSH_(\d+)\.(\d+)/.exec(banner);
  if (openssh !== null) {
    const version = Number(openssh[1]) * 100 + Number(openssh[2]);
    const mendedSince = /Debian|Ubuntu|FreeBSD/.test(banner) ? oldestMended : oldestUpstream;
    return version < mendedSince;
  }
  const dropbear = /dropbear_(\d{4}|0)\.(\d+)/.exec(banner);
  return dropbear !== null && Number(dropbear[1]) < oldestDropbear;
}

/** 7.4 is what RHEL 7 has, and 7.6 Ubuntu 18.04: both have left their general support. */
const oldestUpstream = 800;
/** Debian 11 has 8.4, Ubuntu 20.04 has 8.2; Debian 10 with 7.9 ended in 2024. */
const oldestMended = 802;
const oldestDropbear = 2020;
