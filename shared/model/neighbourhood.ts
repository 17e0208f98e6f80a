import ipaddr from 'ipaddr.js';
import { isIPv6, parseAddress } from './address.ts';

/** So many hosts of one neighbourhood are diagnosed at once, over all nodes. */
export const mostOfNeighbourhood = 4;

/**
 * Hosts that are likely to share a hoster's line or machine: the /24 of an IPv4 address, the /48 of an IPv6 address.
 * A domain is a neighbourhood of its own.
 */
export function neighbourhoodOf(host: string): string {
  const address = parseAddress(host);
  if (address === undefined) return host;
  return isIPv6(address)
    ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`)}/48`
    : `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`)}/24`;
}
