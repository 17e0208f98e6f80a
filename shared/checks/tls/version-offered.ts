import type { EvidenceOf } from '../../evidence/evidence.ts';
import { tlsVersions } from '../../evidence/tls-hello/schema.ts';
import type { Severity } from '../../model/severity.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, safe, undetermined, type Vulnerable } from '../verdicts.ts';
import { easeForMailServers } from './opportunistic.ts';

export type TlsVersion = (typeof tlsVersions)[number];
type Hello = EvidenceOf<'tls-hello'>;
export type AcceptedHello = Extract<Hello['data']['versions'][TlsVersion], { outcome: 'yes' }>['value'];

/** A ServerHello that selects `version` is the only proof; a second one, at another second, makes it verified. */
export function versionOffered(evidence: Hello, version: TlsVersion, usual: Severity): Verdict {
  if (highestAccepted(evidence.data) === undefined) return noHandshake(evidence.data);
  return judge(evidence.data.versions[version], {
    no: safe,
    yes: (hello) => easeForMailServers(accepted(evidence, ['versions', version], hello), evidence, usual),
  });
}

/** The accusation that a hello was accepted, with the ServerHellos found at `path`. */
export function accepted(evidence: Hello, path: readonly string[], hello: AcceptedHello): Vulnerable {
  const first = proofAt(evidence, [...path, 'value', 'serverHello']);
  return hello.confirmedBy === null
    ? { verdict: 'vulnerable', confidence: 'inferred', proof: [first] }
    : {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [first, proofAt(evidence, [...path, 'value', 'confirmedBy'])],
      };
}

/** The newest version of these that the server took; undefined when it took none. */
export function highestAccepted(
  { versions }: Hello['data'],
  among: readonly TlsVersion[] = tlsVersions,
): TlsVersion | undefined {
  return among.findLast((version) => versions[version].outcome === 'yes');
}

/** A server that takes no version at all refuses for another reason (the name asked for, a filter): nothing is proven safe. */
export function noHandshake({ versions }: Hello['data']): Verdict {
  const [unknown] = Object.values(versions).filter((offer) => offer.outcome === 'unknown');
  return undetermined(unknown?.reason ?? 'no-handshake');
}
