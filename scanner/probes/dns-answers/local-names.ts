import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { type Ask, ask, type Patience, type Server, type Visit } from './exchange.ts';
import { reverseName } from './leads.ts';

/** RFC 6762 §3 and RFC 4795 §2: meant for one's own network segment. */
export const localNamePorts = [5353, 5355] as const;

/** One question, as a client in the same segment would ask it by unicast (RFC 6762 §5.5, RFC 4795 §2.4). */
export async function askLocalNames(
  visit: Visit,
  { address, port }: { readonly address: string; readonly port: number },
  patience: Patience,
): Promise<DnsQuestion[]> {
  const server: Server = { address, port, transports: ['udp'], mayUseTcp: false };
  const common = { type: 'PTR', class: 'IN', recursion: false, edns: null } as const;
  const query: Ask =
    port === localNamePorts[0]
      ? { ...common, purpose: 'mdns', name: '_services._dns-sd._udp.local' }
      : { ...common, purpose: 'llmnr', name: reverseName(address) };
  return [await ask(visit, server, query, patience)];
}
