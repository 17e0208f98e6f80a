import type { ZonemasterMessage } from './zonemaster.ts';

/** The checks that tell the same as a Zonemaster test case. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  ADDRESS01: ['dns.ns.private-address'],
  ADDRESS02: ['dns.ns.ptr-missing'],
  ADDRESS03: ['dns.ns.ptr-mismatch'],
  BASIC02: ['dns.lame', 'dns.udp.unreachable'],
  CONNECTIVITY01: ['dns.udp.unreachable', 'dns.lame'],
  CONNECTIVITY02: ['dns.tcp.unreachable', 'dns.lame'],
  CONSISTENCY01: ['dns.soa.serial-diff'],
  CONSISTENCY02: ['dns.soa.rname'],
  CONSISTENCY03: ['dns.soa.timers'],
  CONSISTENCY04: ['dns.ns.parent-child-ns-mismatch', 'dns.ns.missing-in-child'],
  CONSISTENCY05: ['dns.ns.glue-mismatch', 'dns.ns.parent-child-ns-mismatch'],
  CONSISTENCY06: ['dns.soa.mname'],
  DELEGATION01: ['dns.ns.count-below-2'],
  DELEGATION02: ['dns.ns.same-ip'],
  DELEGATION03: ['dns.referral-size-over-512'],
  DELEGATION04: ['dns.not-authoritative', 'dns.lame'],
  DELEGATION05: ['dns.ns.cname', 'dns.lame'],
  DELEGATION06: ['dns.soa-missing', 'dns.lame'],
  DELEGATION07: ['dns.ns.parent-child-ns-mismatch', 'dns.ns.missing-in-child'],
  DNSSEC01: ['dns.dnssec.ds-digest-sha1'],
  DNSSEC02: ['dns.dnssec.bogus'],
  DNSSEC03: ['dns.dnssec.nsec3-iterations'],
  DNSSEC04: ['dns.dnssec.bogus', 'dns.dnssec.rrsig-lifetime-short', 'dns.dnssec.rrsig-lifetime-long'],
  DNSSEC05: ['dns.dnssec.alg-deprecated', 'dns.dnssec.ds-unsigned'],
  DNSSEC06: ['dns.dnssec.bogus'],
  DNSSEC07: ['dns.dnssec.unsigned', 'dns.dnssec.ds-unsigned'],
  DNSSEC08: ['dns.dnssec.bogus'],
  DNSSEC09: ['dns.dnssec.bogus'],
  DNSSEC10: ['dns.dnssec.bogus'],
  DNSSEC11: ['dns.dnssec.ds-unsigned'],
  DNSSEC14: ['dns.dnssec.rsa-below-2048', 'dns.dnssec.ds-unsigned'],
  DNSSEC15: ['dns.dnssec.cds-invalid'],
  DNSSEC16: ['dns.dnssec.cds-invalid'],
  DNSSEC17: ['dns.dnssec.cds-invalid'],
  NAMESERVER01: ['dns.resolver.open'],
  NAMESERVER02: ['dns.edns.unsupported', 'dns.lame'],
  NAMESERVER03: ['dns.axfr'],
  NAMESERVER04: ['dns.source-address'],
  NAMESERVER05: ['dns.aaaa-behaviour', 'dns.lame'],
  NAMESERVER06: ['dns.dangling-ns', 'dns.ns.unresolvable'],
  NAMESERVER07: ['dns.upward-referral'],
  NAMESERVER08: ['dns.qname-case'],
  NAMESERVER09: ['dns.0x20'],
  NAMESERVER10: ['dns.edns.version'],
  NAMESERVER11: ['dns.edns.option'],
  NAMESERVER12: ['dns.edns.flags', 'dns.lame'],
  NAMESERVER13: ['dns.edns.truncation', 'dns.lame'],
  UNSPECIFIED: ['dns.dnssec.unsigned'],
};

/** Messages that we do not have, on purpose. */
const explanations: Readonly<Record<string, string>> = {
  NAMESERVER_IP_PRIVATE_NETWORK: 'the laboratory itself stands on loopback addresses',
  NO_IPV6_NS_CHILD: 'name servers without IPv6 are no finding of the catalogue',
  NO_IPV6_NS_DEL: 'name servers without IPv6 are no finding of the catalogue',
};

export interface Row {
  readonly zone: string;
  readonly testcase: string;
  readonly tags: string;
  readonly state: 'same' | 'explained' | 'missing';
  /** Our check, or the reason. */
  readonly ours: string;
}

/** What Zonemaster said about a zone, test case by test case, beside what was found by us. */
export function agreementOf(
  zone: string,
  messages: readonly ZonemasterMessage[],
  found: ReadonlySet<string>,
): readonly Row[] {
  return [...Map.groupBy(messages, ({ testcase }) => testcase)].map(([testcase, group]): Row => {
    const tags = [...new Set(group.map(({ tag }) => tag))];
    const same = (counterparts[testcase] ?? []).filter((id) => found.has(id));
    const row = { zone, testcase, tags: tags.join(' ') };
    if (same.length > 0) return { ...row, state: 'same', ours: same.join(' ') };
    const reasons = tags.flatMap((tag) => explanations[tag] ?? []);
    const isExplained = reasons.length === tags.length;
    return { ...row, state: isExplained ? 'explained' : 'missing', ours: [...new Set(reasons)].join('; ') };
  });
}

/** What we found and Zonemaster has a test case for, without its having said anything. */
export function oursAlone(
  messages: readonly ZonemasterMessage[],
  found: ReadonlySet<string>,
): readonly string[] {
  const told = new Set(messages.flatMap(({ testcase }) => counterparts[testcase] ?? []));
  return [...found].filter((id) => !told.has(id)).sort();
}
