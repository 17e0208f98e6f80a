import { planAround } from './address-block.ts';
import type { Bed, StartOptions } from './contract.ts';
import { commonOptions, startNamed } from './named.ts';
import { outsideAddress, zoneFile, zoneOf } from './zones.ts';

/** BIND, authoritative for `weak.test` or `hardened.test`. */
export async function startBind({ address, dir, strength }: StartOptions): Promise<Bed> {
  const plan = planAround(address);
  const zone = zoneOf(strength, plan);
  const server = await startNamed({
    label: `${strength} BIND`,
    dir,
    address,
    otherAddresses: strength === 'weak' ? [plan.outside] : [],
    readyZone: zone.name,
    files: { 'zone.db': zoneFile(zone), 'outside.db': outsideZone },
    configuration:
      strength === 'weak'
        ? weakConfiguration(dir, address, plan.outside, zone.name)
        : hardenedConfiguration(dir, address, zone.name),
  });
  return {
    daemon: 'bind',
    strength,
    address,
    names: [`ns1.${zone.name}`],
    tcpPorts: [53],
    udpPorts: [53],
    zones: [zone.name],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/**
 * Recursion has to be real to be proof: an answer from a zone of its own would carry AA. So the process has a second
 * face, on an address that stands for the rest of the Internet, and the open resolver forwards to that.
 */
function weakConfiguration(dir: string, address: string, outside: string, zone: string): string {
  return `
options {${commonOptions(dir)}
  listen-on { ${address}; ${outside}; };
};
view "outside" {
  match-destinations { ${outside}; };
  recursion no;
  zone "." { type primary; file "outside.db"; };
};
view "public" {
  recursion yes;
  allow-recursion { any; };
  allow-query-cache { any; };
  allow-transfer { any; };
  empty-zones-enable no;
  forward only;
  forwarders { ${outside}; };
  zone "${zone}" { type primary; file "zone.db"; };
};
`;
}

function hardenedConfiguration(dir: string, address: string, zone: string): string {
  return `
options {${commonOptions(dir)}
  listen-on { ${address}; };
  recursion no;
  allow-transfer { none; };
  minimal-responses yes;
  minimal-any yes;
  version none;
  hostname none;
  server-id none;
};
zone "${zone}" { type primary; file "zone.db"; };
`;
}

/** Every name there is, so that whatever a probe asks for can be seen to be resolved. */
const outsideZone = `$TTL 60
. IN SOA ns.outside. hostmaster.outside. 1 7200 3600 1209600 60
. IN NS ns.outside.
ns.outside. IN A ${outsideAddress}
*. IN A ${outsideAddress}
*. IN TXT "outside"
`;
