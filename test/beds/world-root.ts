import type { AddressBlock } from './address-block.ts';
import { commonOptions, startNamed } from './named.ts';

/** The root and `test`, which delegates: `delegations` are the records that stand in it. */
export function startRoot(address: string, delegations: string, dir: string): Promise<AsyncDisposable> {
  const soa = 'ns.root. hostmaster.root. 1 7200 3600 1209600 60';
  return startNamed({
    label: 'the root',
    dir,
    address,
    readyZone: 'test',
    files: {
      'root.db': `$TTL 60\n. IN SOA ${soa}\n. IN NS ns.root.\nns.root. IN A ${address}\ntest. IN NS ns.root.\nexample. IN NS ns.root.\n`,
      'example.db': `$TTL 60\nexample. IN SOA ${soa}\nexample. IN NS ns.root.\n`,
      'test.db': `$TTL 60\ntest. IN SOA ${soa}\ntest. IN NS ns.root.\n${delegations}`,
    },
    configuration: `
options {${commonOptions(dir)}
  listen-on { ${address}; };
  recursion no;
  allow-transfer { none; };
};
zone "." { type primary; file "root.db"; };
zone "test" { type primary; file "test.db"; };
zone "example" { type primary; file "example.db"; };
`,
  });
}

/** Begins at the root of the block and knows no other. */
export function startWorldResolver(block: AddressBlock, dir: string): Promise<AsyncDisposable> {
  return startNamed({
    label: 'the resolver',
    dir,
    address: block.resolver,
    readyZone: 'ready.invalid',
    files: {
      'ready.db': '$TTL 60\n@ IN SOA . . 1 60 60 60 60\n@ IN NS .\n',
      hints: `. 3600 IN NS ns.root.\nns.root. 3600 IN A ${block.root}\n`,
    },
    configuration: `
options {${commonOptions(dir)}
  listen-on { ${block.resolver}; };
  recursion yes;
  allow-recursion { 127.0.0.0/8; };
};
zone "." { type hint; file "hints"; };
zone "ready.invalid" { type primary; file "ready.db"; };
`,
  });
}
