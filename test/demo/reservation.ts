import type { Bed } from '../beds/bed.ts';
import type { BookingWish } from '../flow/booking-form.ts';

const contact = { name: '見本 花子', email: 'hanako@town.mihon.example', phone: '000-000-0000' };
const windowMs = 2 * 3_600_000;

/** For now, and for the ports that the demo's own servers opened. */
export function reservationFor(assetIds: readonly string[], ports: string): BookingWish {
  const opensAt = new Date();
  return { assetIds, opensAt, closesAt: new Date(opensAt.getTime() + windowMs), ports, contact };
}

/** `22,25,53,80,443,53/udp,161/udp`: what is not named is not looked at. */
export function portsOf(beds: readonly Bed[]): string {
  const tcp = new Set(beds.flatMap((bed) => bed.tcpPorts));
  const udp = new Set(beds.flatMap((bed) => bed.udpPorts));
  const sorted = (ports: ReadonlySet<number>) => [...ports].sort((a, b) => a - b);
  return [...sorted(tcp).map(String), ...sorted(udp).map((port) => `${port}/udp`)].join(',');
}
