import { getServers, Resolver as NodeResolver } from 'node:dns/promises';
import { type Address, parseAddress } from '@enkaku/shared/model/address.ts';
import type { HostName } from '@enkaku/shared/model/host-name.ts';

export interface Resolver {
  readonly address: Address;
  readonly port: number;
}

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`. */
export function parseResolver(text: string): Resolver | undefined {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const address = parseAddress(match?.[1] ?? match?.[2] ?? text);
  const port = Number(match?.[3] ?? 53);
  return address === undefined || port < 1 || port > 65_535 ? undefined : { address, port };
}

/** The first resolver that this machine uses itself. */
export function systemResolver(): Resolver | null {
  const [first] = getServers();
  return first === undefined ? null : (parseResolver(first) ?? null);
}

/** All addresses of a name, both families; empty when there is none. */
export async function resolveName(name: HostName, resolver: Resolver | null): Promise<readonly Address[]> {
  const dns = new NodeResolver({ timeout: 3000, tries: 2 });
  if (resolver !== null) {
    const literal = resolver.address.includes(':') ? `[${resolver.address}]` : resolver.address;
    dns.setServers([`${literal}:${resolver.port}`]);
  }
  const answers = await Promise.allSettled([dns.resolve4(name), dns.resolve6(name)]);
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? answer.value.flatMap((text) => parseAddress(text) ?? []) : [],
  );
}
