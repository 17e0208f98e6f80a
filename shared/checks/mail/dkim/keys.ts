import { dkimName, dkimSelectors } from '../../../evidence/mail-domain/names.ts';
import { parseTags } from '../../../evidence/mail-domain/tags.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { find, type MailDomain, recordProof } from '../lookups.ts';

export interface DkimKey {
  readonly selector: string;
  readonly index: number;
  readonly at: number;
  readonly tags: ReadonlyMap<string, string>;
}

/** The keys under the usual selectors. There may be others: that none is here proves nothing. */
export function dkimKeys(evidence: MailDomain): readonly DkimKey[] {
  return dkimSelectors.flatMap((selector) => {
    const found = find(evidence, 'TXT', dkimName(selector, evidence.endpoint.host));
    if (found.outcome === 'unknown') return [];
    return found.records.flatMap(({ at, data }) => {
      const tags = parseTags(data);
      return tags?.has('p') === true ? [{ selector, index: found.index, at, tags }] : [];
    });
  });
}

/** Judges every key that was found; `fault` tells what is wrong with one. */
export function judgeKeys(
  evidence: MailDomain,
  fault: (
    key: DkimKey,
  ) =>
    | Omit<Extract<Verdict, { verdict: 'vulnerable' }>, 'verdict' | 'confidence' | 'proof' | 'place'>
    | undefined,
): Verdict {
  const keys = dkimKeys(evidence);
  if (keys.length === 0) return notApplicable;
  for (const key of keys) {
    const found = fault(key);
    if (found === undefined) continue;
    return {
      ...found,
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [recordProof(evidence, key.index, key.at)],
      place: dkimName(key.selector, evidence.endpoint.host),
    };
  }
  return safe;
}

/** The modulus length of an RSA key in bits (RFC 6376 §3.6.1: SubjectPublicKeyInfo, or the bare key), read from its base64. */
export function rsaBits(p: string): number | undefined {
  const bytes = base64Bytes(p);
  if (bytes === undefined) return undefined;
  // The modulus is the first long INTEGER: tag 02, a length of two bytes, perhaps a zero byte in front.
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (bytes[at] !== 0x02) continue;
    const long = bytes[at + 1] === 0x82;
    const length = long
      ? (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
      : bytes[at + 1] === 0x81
        ? (bytes[at + 2] ?? 0)
        : 0;
    const start = at + (long ? 4 : 3);
    if (length < 32 || start + length > bytes.length) continue;
    const first = bytes.slice(start, start + length).findIndex((byte) => byte !== 0);
    if (first < 0) return undefined;
    return (length - first - 1) * 8 + (32 - Math.clz32(bytes[start + first] ?? 0));
  }
  return undefined;
}

function base64Bytes(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return undefined;
  try {
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
