import type { EvidenceOf } from '../../evidence/evidence.ts';
import { tlsVersions } from '../../evidence/tls-hello/schema.ts';
import type { Observed } from '../../model/observed.ts';
import type { Severity } from '../../model/severity.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe, undetermined, type Vulnerable } from '../verdicts.ts';
import { easeForMailServers } from './opportunistic.ts';

export type TlsVersion = (typeof tlsVersions)[number];
type Hello = EvidenceOf<'tls-hello'>;
export type AcceptedHello = Extract<Hello['data']['versions'][TlsVersion], { outcome: 'yes' }>['value'];

/** A ServerHello that selects `version` is the only proof; a second one, at another second, makes it verified. */
export function versionOffered(evidence: Hello, version: TlsVersion, usual: Severity): Verdict {
  return judgeSpoken(evidence, evidence.data.versions[version], {
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

/** `TLS 1.2`, as people write it. */
export function spelt(version: TlsVersion): string {
  return version.replace(/v(?=\d)/, ' ').replace(/ 3$/, ' 3.0');
}

/** Judges what hangs on a handshake: where none succeeded, a refusal of one thing says nothing. */
export function judgeSpoken<T>(
  { data }: Hello,
  observed: Observed<T>,
  answers: { readonly yes: (value: T) => Verdict; readonly no: Verdict },
): Verdict {
  return observed.outcome !== 'yes' && highestAccepted(data) === undefined
    ? noHandshake(data)
    : judge(observed, answers);
}

/**
 * A server that takes no version at all refuses for another reason (the name asked for, a filter): nothing is proven
 * safe. A server without STARTTLS has no TLS to judge; checks of its own protocol tell of that.
 */
export function noHandshake({ versions, via }: Hello['data']): Verdict {
  const unknown = Object.values(versions).find((offer) => offer.outcome === 'unknown');
  if (unknown !== undefined) return undetermined(unknown.reason);
  return via === 'direct' ? undetermined('no-handshake') : notApplicable;
}
