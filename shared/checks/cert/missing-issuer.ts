import { readX509 } from '../../evidence/certificate/x509.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Proof } from '../../model/verdict.ts';
import type { Estate } from '../check.ts';
import { proofAt } from '../proof.ts';
import type { Certificate, Presented } from './presented.ts';

/**
 * Why a chain ends at a certificate that is nobody's root. `seen`: another server sends the missing certificate, and a
 * trusted one. `logged`: a public authority issued the leaf, since it stands in public logs. `unknown`: the missing
 * certificate may as well be a root that need not be sent. AIA is not followed, that would be a third party's server.
 */
export type MissingIssuer =
  | { readonly missing: 'seen'; readonly proof: Proof }
  | { readonly missing: 'logged' | 'unknown' };

/** undefined: the chain leads to a root, trusted or not, or it is not known where it leads. */
export function missingIssuer({ trust, chain }: Presented, estate: Estate): MissingIssuer | undefined {
  const [leaf, last] = [chain[0], chain.at(-1)];
  if (leaf === undefined || last === undefined) return undefined;
  if ((trust !== 'incomplete' && trust !== 'untrusted-root') || endsInRoot(chain)) return undefined;
  for (const other of estate) {
    const proof = other.kind === 'certificate' ? issuerIn(other, chain) : undefined;
    if (proof !== undefined) return { missing: 'seen', proof };
  }
  return { missing: (readX509(leaf.der)?.timestamps ?? 0) > 0 ? 'logged' : 'unknown' };
}

/** A root is known by its own signature; a stranger of that kind behind an unfinished chain is none of its. */
function endsInRoot(chain: readonly Certificate[]): boolean {
  return chain.some(
    ({ selfSigned, subject }, index) =>
      selfSigned && chain.some((below, at) => at !== index && below.issuer === subject),
  );
}

/** Where a trusted chain holds the issuer of a certificate of this one: by its name and by its key. */
function issuerIn(other: EvidenceOf<'certificate'>, chain: readonly Certificate[]): Proof | undefined {
  const { presented } = other.data;
  if (presented.outcome !== 'yes' || presented.value.trust !== 'trusted') return undefined;
  const wanted = chain.filter(({ issuer }) => !chain.some(({ subject }) => subject === issuer));
  const index = presented.value.chain.findIndex(({ isCa, der, subject }) => {
    const key = isCa ? readX509(der)?.subjectKeyId : undefined;
    return (
      key !== undefined &&
      key !== null &&
      wanted.some((below) => below.issuer === subject && readX509(below.der)?.authorityKeyId === key)
    );
  });
  return index < 0 ? undefined : proofAt(other, ['presented', 'value', 'chain', index, 'subject']);
}
