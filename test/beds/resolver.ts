import type { AddressPlan } from './address-block.ts';
import { commonOptions, startNamed } from './named.ts';
import { outsideAddress, reverseZone, zoneFile } from './zones.ts';

export interface Resolver extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
}

/**
 * The resolver of the laboratory: asks the two name servers under test for their zones, knows the block's reverse
 * zone, and believes to be the root itself, so that no other question leaves the machine.
 */
export async function startResolver(options: { block: AddressPlan; dir: string }): Promise<Resolver> {
  const { block, dir } = options;
  const reverse = reverseZone(block);
  const server = await startNamed({
    label: 'the resolver',
    dir,
    address: block.resolver,
    readyZone: reverse.name,
    files: { 'root.db': rootZone, 'reverse.db': zoneFile(reverse) },
    configuration: `
options {${commonOptions(dir)}
  listen-on { ${block.resolver}; };
  recursion yes;
  allow-recursion { 127.0.0.0/8; };
  allow-transfer { none; };
};
zone "." { type primary; file "root.db"; };
zone "${reverse.name}" { type primary; file "reverse.db"; };
zone "weak.test" { type static-stub; server-addresses { ${block.bed('weak-bind')}; }; };
zone "hardened.test" { type static-stub; server-addresses { ${block.bed('hardened-bind')}; }; };
`,
  });
  return {
    address: block.resolver,
    port: 53,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const rootZone = `$TTL 60
. IN SOA ns.outside. hostmaster.outside. 1 7200 3600 1209600 60
. IN NS ns.outside.
ns.outside. IN A ${outsideAddress}
`;
