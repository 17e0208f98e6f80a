import { type Address, parseAddress, specialPurpose } from '@enkaku/shared/model/address.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { portsOf } from '../probes/ports/port-list.ts';
import { isDenied, type Network } from './deny-list.ts';
import { GuardError, type Place } from './guard.ts';

/** What the order names. Each method returns the canonical address, or refuses before anything is sent. */
export interface Scope {
  tcp(place: Place): Address;
  udp(place: Place): Address;
  /** The order's host, if all of these ports may be asked of it. */
  scan(ports: readonly number[]): Address;
}

/** Our own resolver may well be private; the other special purposes are nobody's resolver. */
const resolverRanges = ['loopback', 'private', 'uniqueLocal'];

export function createScope(order: Order, deny: readonly Network[]): Scope {
  const target = order.target.kind === 'host' ? parseAddress(order.target.address) : undefined;
  const resolver = order.resolver === null ? undefined : parseAddress(order.resolver.address);
  const tcpPorts = new Set(readPorts(order.ports));
  const udpPorts = new Set(order.udpPorts);

  const authorities = order.target.kind === 'domain' ? order.authorities : [];

  const isResolver = (address: Address, port: number) =>
    address === resolver && port === order.resolver?.port;
  /** Whatever a referral or its glue names: only what the scheduler signed is asked. */
  const isAuthority = (address: Address, port: number) =>
    authorities.some((each) => parseAddress(each.address) === address && each.port === port);

  const checkNetwork = (address: Address, asResolver: boolean) => {
    const special = specialPurpose(address);
    if (isDenied(address, deny)) throw new GuardError('special-purpose', `${address} is on the deny list`);
    if (order.network === 'lab' && special === undefined) {
      throw new GuardError(
        'special-purpose',
        `${address} is a public address; a laboratory order refuses it`,
      );
    }
    if (order.network === 'internet' && special !== undefined) {
      if (asResolver && resolverRanges.includes(special)) return;
      throw new GuardError('special-purpose', `${address} is a special-purpose address (${special})`);
    }
  };

  const check = ({ address: text, port }: Place, ports: ReadonlySet<number>): Address => {
    const address = parseAddress(text);
    const asResolver = address !== undefined && isResolver(address, port);
    const asNameServer = asResolver || (address !== undefined && isAuthority(address, port));
    if (address === undefined || (address !== target && !asNameServer)) {
      throw new GuardError('out-of-scope', `${text.slice(0, 60)} is not the address of the order`);
    }
    checkNetwork(address, asResolver);
    if (!asNameServer && !ports.has(port)) {
      throw new GuardError('out-of-scope', `port ${port} of ${address} is not in the order`);
    }
    return address;
  };

  return {
    tcp: (place) => check(place, tcpPorts),
    udp: (place) => check(place, udpPorts),
    scan: (ports) => {
      if (target === undefined) throw new GuardError('out-of-scope', 'the order names no host');
      checkNetwork(target, false);
      const foreign = ports.find((port) => !tcpPorts.has(port));
      if (foreign !== undefined) throw new GuardError('out-of-scope', `port ${foreign} is not in the order`);
      return target;
    },
  };
}

function readPorts(wanted: Order['ports']): readonly number[] {
  try {
    return portsOf(wanted);
  } catch (error) {
    throw new GuardError('out-of-scope', error instanceof Error ? error.message : 'unreadable ports');
  }
}
