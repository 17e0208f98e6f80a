import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Severity } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { easeForMailServers } from '../tls/opportunistic.ts';
import { judge, notApplicable } from '../verdicts.ts';

export type CertificateEvidence = EvidenceOf<'certificate'>;
export type Presented = Extract<CertificateEvidence['data']['presented'], { outcome: 'yes' }>['value'];
export type Certificate = Presented['chain'][number];

/** Judges the chain that was presented, leaf first. A server that presents none (anonymous suites) has none to judge. */
export function judgeChain(
  evidence: CertificateEvidence,
  verdict: (leaf: Certificate, presented: Presented) => Verdict,
): Verdict {
  return judge(evidence.data.presented, {
    no: notApplicable,
    yes: (presented) => {
      const [leaf] = presented.chain;
      return leaf === undefined ? notApplicable : verdict(leaf, presented);
    },
  });
}

interface Fault {
  readonly usual: Severity;
  /** Where it differs from the check's usual rating; `detail` says why. */
  readonly severity?: Severity;
  readonly detail: Text;
}

/** The accusation, with the fields of the presented chain that show it; milder between mail servers. */
export function faulty(
  evidence: CertificateEvidence,
  [first, ...rest]: readonly [path: readonly (string | number)[], ...(readonly (string | number)[])[]],
  { usual, severity, detail }: Fault,
): Verdict {
  const at = (path: readonly (string | number)[]) => proofAt(evidence, ['presented', 'value', ...path]);
  return easeForMailServers(
    {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [at(first), ...rest.map(at)],
      detail,
      ...(severity === undefined ? {} : { severity }),
    },
    evidence,
    usual,
  );
}

/**
 * The certificates whose own signature and key a client relies on. A root is trusted for being known (RFC 5280 §6.1),
 * and one that was crossed by an elder root, sent beside it, is not needed.
 */
export function reliedUpon({ chain, path }: Presented): readonly (readonly [index: number, Certificate])[] {
  return chain
    .map((certificate, index) => [index, certificate] as const)
    .filter(
      ([index, { selfSigned, sha256 }]) =>
        index === 0 || (!selfSigned && (path.length === 0 || path.includes(sha256))),
    );
}

/** How the report calls a certificate of the chain. */
export function roleOf(index: number): Text {
  return index === 0
    ? { ja: 'サーバー証明書', en: 'server certificate' }
    : { ja: `${index} 枚目の中間証明書`, en: `intermediate certificate ${index}` };
}
