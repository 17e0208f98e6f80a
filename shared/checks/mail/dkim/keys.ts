import {
  derTags,
  elementAt,
  inside,
  MalformedDerError,
  readElements,
} from '../../../evidence/certificate/der.ts';
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
  try {
    const modulus = modulusOf(bytes);
    const zeros = modulus.findIndex((byte) => byte !== 0);
    if (zeros < 0) return undefined;
    return (modulus.length - zeros - 1) * 8 + (32 - Math.clz32(modulus[zeros] ?? 0));
  } catch (error) {
    if (error instanceof MalformedDerError) return undefined;
    throw error;
  }
}

const bitString = 0x03;

/** @throws MalformedDerError */
function modulusOf(bytes: Uint8Array): Uint8Array {
  const outer = inside(readElements(bytes)[0]);
  const [first, second] = [elementAt(outer, 0), elementAt(outer, 1)];
  if (first.tag === derTags.integer) return first.content;
  if (second.tag !== bitString) throw new MalformedDerError('neither a key nor what holds one');
  // One byte of unused bits stands before the key.
  return elementAt(inside(readElements(second.content.subarray(1))[0]), 0).content;
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
