import { claimBlock } from '../address-block.ts';
import type { Strength } from '../contract.ts';
import { startAll } from './beds.ts';
import { dropbear, ipmiSim, ntpd, rsync, samba, slapd, tftpd, vsftpd } from './gear-daemons.ts';
import { startGearReplays } from './gear-replays.ts';
import { tigervnc, xrdp } from './gear-screens.ts';
import { telnetd } from './telnetd.ts';

const starters = {
  dropbear,
  'ipmi-sim': ipmiSim,
  ntpd,
  rsync,
  samba,
  slapd,
  telnetd,
  tftpd,
  tigervnc,
  vsftpd,
  xrdp,
} as const;
export type GearName = keyof typeof starters;

export interface GearBeds extends AsyncDisposable {
  /** `replayed`: what Debian has no package for. */
  readonly addresses: Readonly<Record<Strength | 'replayed', string>>;
  /** Why the others are not there. */
  readonly unavailable: readonly string[];
}

/** File transfer, remote screens, Windows services, directories, clocks and server management. */
export async function startGearBeds(): Promise<GearBeds> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const prefix = block.resolver.split('.').slice(0, 3).join('.');
  const addresses = { weak: `${prefix}.1`, hardened: `${prefix}.2`, replayed: `${prefix}.3` } as const;
  const { unavailable } = stack.use(await startAll(starters, { ...addresses, inner: `${prefix}.9` }));
  stack.use(await startGearReplays(addresses.replayed));
  const owned = stack.move();
  return { addresses, unavailable, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
