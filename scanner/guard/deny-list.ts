import { type Address, isWithin, parseCidr } from '@enkaku/shared/model/address.ts';

export type Network = readonly [network: Address, prefix: number];

/** Never asked, whatever an order or a laboratory says; `ENKAKU_DENY` adds to it. */
const always = [
  '0.0.0.0/8', // "this network", RFC 791 §3.2: reaches the node itself
  '224.0.0.0/4', // multicast, RFC 5771
  '255.255.255.255/32', // limited broadcast, RFC 919
  '169.254.0.0/16', // link-local, RFC 3927: credentials of cloud machines are served here
  '100.100.100.200/32', // the same of another cloud
  '::/128', // unspecified, RFC 4291 §2.5.2
  'ff00::/8', // multicast, RFC 4291 §2.7
  'fd00:ec2::254/128', // instance metadata over IPv6
];

/** @throws RangeError for text that is no CIDR */
export function parseDenyList(cidrs: readonly string[]): readonly Network[] {
  return cidrs.map((text) => {
    const network = parseCidr(text);
    if (network === undefined) throw new RangeError(`not a network in CIDR notation: ${text.slice(0, 60)}`);
    return network;
  });
}

const alwaysDenied = parseDenyList(always);

export function isDenied(address: Address, more: readonly Network[]): boolean {
  return [...alwaysDenied, ...more].some(([network, prefix]) => isWithin(address, network, prefix));
}
