import type { AddressPlan } from './address-block.ts';
import { commonOptions, startNamed } from './named.ts';
import { reverseZone, zoneFile, zoneOf } from './zones.ts';

export interface Resolver extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
}

/**
 * The resolver of the laboratory: asks the two name servers under test for their zones, knows the block's reverse
 * zone, and believes to be the root itself, so that no other question leaves the machine. On an address of its own,
 * the same process is the root that delegates these zones.
 */
export async function startResolver(options: { block: AddressPlan; dir: string }): Promise<Resolver> {
  const { block, dir } = options;
  const reverse = reverseZone(block);
  const server = await startNamed({
    label: 'the resolver',
    dir,
    address: block.resolver,
    otherAddresses: [block.root],
    readyZone: reverse.name,
    files: {
      'root.db': rootZone(block),
      'delegating.db': rootZone(block) + delegations(block),
      'reverse.db': zoneFile(reverse),
    },
    configuration: `
options {${commonOptions(dir)}
  listen-on { ${block.resolver}; ${block.root}; };
  allow-transfer { none; };
};
view "root" {
  match-destinations { ${block.root}; };
  recursion no;
  zone "." { type primary; file "delegating.db"; };
};
view "resolver" {
  recursion yes;
  allow-recursion { 127.0.0.0/8; };
  zone "." { type primary; file "root.db"; };
  zone "${reverse.name}" { type primary; file "reverse.db"; };
  zone "weak.test" { type static-stub; server-addresses { ${block.bed('weak-bind')}; }; };
  zone "hardened.test" { type static-stub; server-addresses { ${block.bed('hardened-bind')}; }; };
};
`,
  });
  return {
    address: block.resolver,
    port: 53,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function rootZone(block: AddressPlan): string {
  return `$TTL 60
. IN SOA ns.outside. hostmaster.outside. 1 7200 3600 1209600 60
. IN NS ns.outside.
ns.outside. IN A ${block.root}
`;
}

/** The name servers that the zones name, with their addresses. */
function delegations(block: AddressPlan): string {
  const zones = (['weak', 'hardened'] as const).map((strength) => zoneOf(strength, block));
  const lines = zones.flatMap(({ name, records }) => {
    const servers = records.filter((record) => record.type === 'NS' && record.name === name);
    const hosts = new Set(servers.map(({ data }) => data.replace(/\.$/, '')));
    const addresses = records.filter((record) => record.type === 'A' && hosts.has(record.name));
    return [...servers, ...addresses].map((record) => `${record.name}. IN ${record.type} ${record.data}\n`);
  });
  return lines.join('');
}
