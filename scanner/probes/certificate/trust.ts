import { createHash, type X509Certificate } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { isMozillas } from './anchors.ts';
import { isSelfSigned, isSignedBy } from './parse-certificate.ts';

type Presented = Extract<EvidenceData['certificate']['presented'], { outcome: 'yes' }>['value'];
export type Trust = Pick<Presented, 'trust' | 'trustError' | 'anchor' | 'path'>;

export interface TrustQuestion {
  /** As sent, leaf first. */
  readonly chain: readonly X509Certificate[];
  readonly anchors: readonly X509Certificate[];
  /**
   * What the TLS library found: its error, or null. `not-asked` when it could not speak to the server; then only
   * signatures and dates are judged, by `atEpochMs`.
   */
  readonly library: string | null | 'not-asked';
  readonly atEpochMs: number;
}

type Path =
  | { readonly end: 'anchored'; readonly certificates: readonly X509Certificate[] }
  | { readonly end: 'self-signed' | 'untrusted-root' | 'incomplete' };

const ownWords = {
  'self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'untrusted-root': 'SELF_SIGNED_CERT_IN_CHAIN',
  incomplete: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
} as const;

/**
 * Where the chain ends comes first: the library's last error is often a date, although the root is unknown too.
 * An anchored chain is then as good as the library says (dates, purposes, constraints, key sizes).
 */
export function judgeTrust({ chain, anchors, library, atEpochMs }: TrustQuestion): Trust {
  const found = pathOf(chain, anchors);
  if (found.end !== 'anchored') {
    if (library === null) return { trust: 'trusted', trustError: null, anchor: 'unknown', path: [] };
    const trustError = library === 'not-asked' ? ownWords[found.end] : library;
    return { trust: found.end, trustError, anchor: 'none', path: [] };
  }
  const anchor = sourceOf(found.certificates);
  const path = found.certificates.map(({ raw }) => createHash('sha256').update(raw).digest('hex'));
  const error = library === 'not-asked' ? dateError(found.certificates, atEpochMs) : library;
  if (error === null) return { trust: 'trusted', trustError: null, anchor, path };
  return { trust: error === 'CERT_HAS_EXPIRED' ? 'expired' : 'invalid', trustError: error, anchor, path };
}

function sourceOf(certificates: readonly X509Certificate[]): 'mozilla' | 'order' {
  const root = certificates.at(-1);
  return root !== undefined && isMozillas(root) ? 'mozilla' : 'order';
}

function pathOf(chain: readonly X509Certificate[], anchors: readonly X509Certificate[]): Path {
  const [leaf] = chain;
  if (leaf === undefined) return { end: 'incomplete' };
  const certificates = [leaf];
  const left = new Set(chain.slice(1));
  for (let current = leaf; ; ) {
    if (anchors.some((anchor) => anchor.fingerprint256 === current.fingerprint256)) break;
    const anchor = issuerOf(current, anchors);
    if (anchor !== undefined) return { end: 'anchored', certificates: [...certificates, anchor] };
    if (isSelfSigned(current)) return { end: current === leaf ? 'self-signed' : 'untrusted-root' };
    const next = issuerOf(current, [...left]);
    if (next === undefined) return { end: current === leaf ? 'incomplete' : 'untrusted-root' };
    left.delete(next);
    certificates.push(next);
    current = next;
  }
  return { end: 'anchored', certificates };
}

function issuerOf(
  certificate: X509Certificate,
  candidates: readonly X509Certificate[],
): X509Certificate | undefined {
  return candidates.find(
    (candidate) => certificate.checkIssued(candidate) && isSignedBy(certificate, candidate),
  );
}

function dateError(certificates: readonly X509Certificate[], atEpochMs: number): string | null {
  if (certificates.some(({ validToDate }) => validToDate.getTime() < atEpochMs)) return 'CERT_HAS_EXPIRED';
  if (certificates.some(({ validFromDate }) => validFromDate.getTime() > atEpochMs))
    return 'CERT_NOT_YET_VALID';
  return null;
}
