/** Which ports may be looked at. `tcp` is a profile or a list such as `22,80,8000-8100`; empty: none. */
export interface PortChoice {
  readonly tcp: string;
  readonly udp: readonly number[];
}

/**
 * The UDP services that the profiles ask, each with its own question: the small services of old (7 to 19), DNS, TFTP,
 * RPC, NTP, NetBIOS, SNMP, XDMCP, IKE, IPMI, OpenVPN, L2TP, SSDP, telephony, mDNS and LLMNR, MikroTik and Ubiquiti
 * discovery, CoAP, memcached, BACnet (with consent only).
 */
export const udpOfProfiles: readonly number[] = [
  ...[7, 13, 17, 19, 53, 69, 111, 123, 137, 161, 177, 500, 623, 1194, 1701, 1900, 4500],
  ...[5060, 5353, 5355, 5678, 5683, 10_001, 11_211, 47_808],
];

/** `default`, `all`, or a list such as `22,80,8000-8100,161/udp`, in which nothing is meant but what is named. */
export function parsePorts(text: string): PortChoice | undefined {
  if (text === 'default' || text === 'all') return { tcp: text, udp: udpOfProfiles };
  if (text.length > 4096) return undefined;
  const entries = text
    .split(',')
    .map((entry) => /^(\d{1,5})(?:-(\d{1,5}))?(\/udp|\/tcp)?$/.exec(entry.trim()));
  const tcp: string[] = [];
  const udp: number[] = [];
  for (const entry of entries) {
    const first = Number(entry?.[1]);
    const last = Number(entry?.[2] ?? first);
    if (entry === null || first < 1 || first > last || last > 65_535) return undefined;
    if (entry[3] !== '/udp') tcp.push(first === last ? `${first}` : `${first}-${last}`);
    else if (first === last) udp.push(first);
    else return undefined;
  }
  return { tcp: tcp.join(','), udp };
}
