import ipaddr from 'ipaddr.js';

/** An IPv4 or IPv6 literal in its canonical form (RFC 5952); IPv4-mapped IPv6 becomes IPv4. */
export type Address = string & { readonly __brand: 'Address' };

/** The canonical form of a literal, or undefined for anything else. Octal, hex and short forms of IPv4 are not accepted. */
export function parseAddress(text: string): Address | undefined {
  if (text.includes('%') || text.length > 45) return undefined;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString() as Address;
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return undefined;
  const v6 = ipaddr.IPv6.parse(text);
  return (v6.isIPv4MappedAddress() ? v6.toIPv4Address().toString() : v6.toRFC5952String()) as Address;
}

export function isIPv6(address: Address): boolean {
  return address.includes(':');
}

/** RFC 6890 and its registries: everything that is not plain global unicast, with what it is called there. */
export function specialPurpose(address: Address): string | undefined {
  const range = ipaddr.parse(address).range();
  return range === 'unicast' ? undefined : range;
}

/** @returns [network, prefix length] of a CIDR with no host bits set, or undefined. */
export function parseCidr(text: string): readonly [network: Address, prefix: number] | undefined {
  const [literal = '', bits = '', ...rest] = text.split('/');
  const network = parseAddress(literal);
  if (network === undefined || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return undefined;
  const prefix = Number(bits);
  if (prefix > (isIPv6(network) ? 128 : 32)) return undefined;
  const kind = isIPv6(network) ? ipaddr.IPv6 : ipaddr.IPv4;
  const base = kind.networkAddressFromCIDR(`${network}/${prefix}`);
  return parseAddress(base.toString()) === network ? [network, prefix] : undefined;
}

export function isWithin(address: Address, network: Address, prefix: number): boolean {
  const [a, n] = [ipaddr.parse(address), ipaddr.parse(network)];
  return a.kind() === n.kind() && a.match(n, prefix);
}

/** Every address of a range, the first to the last. @throws RangeError above `limit` addresses. */
export function expandCidr(network: Address, prefix: number, limit = 4096): readonly Address[] {
  const bits = isIPv6(network) ? 128 : 32;
  const count = 2 ** (bits - prefix);
  if (count > limit) throw new RangeError(`${network}/${prefix} holds more than ${limit} addresses`);
  const bytes = ipaddr.parse(network).toByteArray();
  return Array.from({ length: count }, (_, offset) => {
    const next = [...bytes];
    for (let i = next.length - 1, carry = offset; i >= 0 && carry > 0; i--) {
      const sum = (next[i] ?? 0) + carry;
      next[i] = sum & 0xff;
      carry = Math.floor(sum / 256);
    }
    return parseAddress(ipaddr.fromByteArray(next).toString()) as Address;
  });
}
