import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { parseAddress, specialPurpose } from '../../../model/address.ts';
import { asked } from '../questions.ts';
import { answerOf, askedOf, serversOf } from '../servers.ts';
import { delegation, type Found, glue, ownNameServers, recordsIn } from '../zone-data.ts';

type Evidence = EvidenceOf<'dns-answers'>;

/** Address records about the zone's name servers: glue, what its servers say, and what the resolver says. */
export function serverAddresses(evidence: Evidence): readonly Found[] {
  const own = serversOf(evidence).flatMap((server) =>
    askedOf(server, 'server-address').filter((each) => answerOf(each)?.flags.aa === true),
  );
  const all = [...own, ...asked(evidence, 'ns-address')];
  return [
    ...glue(evidence),
    ...all.flatMap((each) => [...recordsIn(each, 'answers', 'A'), ...recordsIn(each, 'answers', 'AAAA')]),
  ];
}

/** The name servers named by the parent or by the zone, lower case. */
export function allNameServers(evidence: Evidence): readonly Found[] {
  const heard = asked(evidence, 'ns').flatMap((each) => recordsIn(each, 'answers', 'NS'));
  return [...delegation(evidence), ...ownNameServers(evidence), ...heard];
}

/** Ranges that nobody on the Internet can reach. */
const internal = ['private', 'carrierGradeNat', 'linkLocal', 'uniqueLocal', 'loopback', 'unspecified'];

/**
 * The range of an address that does not belong into public DNS. A laboratory stands on addresses of its own in
 * 127.0.0.0/8; of that range, only the one that a careless record holds counts.
 */
export function internalRange(text: string): string | undefined {
  const address = parseAddress(text);
  const range = address === undefined ? undefined : specialPurpose(address);
  if (range === undefined || !internal.includes(range)) return undefined;
  return range === 'loopback' && text !== '127.0.0.1' && text !== '::1' ? undefined : range;
}
