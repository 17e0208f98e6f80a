import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Certificate, CertificateEvidence } from '../../cert/presented.ts';

/** RFC 6698 §2.1. */
export interface Tlsa {
  /** PKIX-TA 0, PKIX-EE 1, DANE-TA 2, DANE-EE 3. */
  readonly usage: number;
  /** The whole certificate 0, its public key 1. */
  readonly selector: number;
  /** The bytes themselves 0, SHA-256 1, SHA-512 2. */
  readonly matching: number;
  readonly data: string;
}

/** One record with where it stands in the evidence. */
export interface TlsaRecord {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** undefined: it cannot be read, or means nothing. */
  readonly tlsa: Tlsa | undefined;
}

export type TlsaAnswer =
  | { readonly outcome: 'records'; readonly records: readonly TlsaRecord[] }
  | { readonly outcome: 'none'; readonly path: readonly (string | number)[] }
  /** Without DNSSEC, TLSA records count for nothing (RFC 6698 §4). */
  | { readonly outcome: 'insecure' }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** What the resolver, which validates, says about the TLSA records of this place. */
export function tlsaOf(dns: EvidenceOf<'host-dns'>, { endpoint }: CertificateEvidence): TlsaAnswer {
  const { name, port } = endpoint;
  if (name === null) return { outcome: 'unknown', reason: 'no-name' };
  const wanted = `_${port}._tcp.${name}`.toLowerCase();
  const index = dns.data.questions.findIndex(
    (question) => question.purpose === 'tlsa' && question.name.toLowerCase() === wanted,
  );
  const answer = dns.data.questions[index]?.answer;
  if (answer === undefined) return { outcome: 'unknown', reason: 'not-attempted' };
  if (answer.outcome === 'unknown') return { outcome: 'unknown', reason: answer.reason };
  if (answer.outcome === 'no') return { outcome: 'unknown', reason: 'refused' };
  const { answers, flags, rcode } = answer.value;
  if (rcode !== 0 && rcode !== 3) return { outcome: 'unknown', reason: `rcode-${rcode}` };
  if (!flags.ad) return { outcome: 'insecure' };
  const base = ['questions', index, 'answer', 'value'] as const;
  const records = answers.flatMap(({ type, data }, at) =>
    type === 'TLSA' ? [{ path: [...base, 'answers', at, 'data'], text: data, tlsa: parseTlsa(data) }] : [],
  );
  return records.length > 0 ? { outcome: 'records', records } : { outcome: 'none', path: [...base, 'raw'] };
}

const digestLength: Readonly<Record<number, number>> = { 1: 64, 2: 128 };

/** Presentation form: `3 1 1 0123…`, the hex perhaps in pieces. */
export function parseTlsa(text: string): Tlsa | undefined {
  const [usage, selector, matching, ...pieces] = text.trim().split(/\s+/);
  const numbers = [usage, selector, matching].map((part) =>
    /^\d{1,3}$/.test(part ?? '') ? Number(part) : -1,
  );
  const [use = -1, select = -1, match = -1] = numbers;
  const data = pieces.join('').toLowerCase();
  const length = digestLength[match];
  const readable = /^(?:[0-9a-f]{2})+$/.test(data) && (length === undefined || data.length === length);
  if (use < 0 || use > 3 || select < 0 || select > 1 || match < 0 || match > 2 || !readable) return undefined;
  return { usage: use, selector: select, matching: match, data };
}

/** Whether the record stands for the chain; undefined where that cannot be told from what is kept. */
export function matchesChain(tlsa: Tlsa, chain: readonly Certificate[]): boolean | undefined {
  const [leaf, ...issuers] = chain;
  const candidates = tlsa.usage === 1 || tlsa.usage === 3 ? (leaf === undefined ? [] : [leaf]) : issuers;
  // SHA-512 of what was presented is not kept, nor whole keys.
  if (tlsa.matching === 2 || (tlsa.matching === 0 && tlsa.selector === 1)) return undefined;
  if (tlsa.matching === 0) return candidates.some(({ der }) => hexOfBase64(der) === tlsa.data);
  return candidates.some(
    ({ sha256, spkiSha256 }) => (tlsa.selector === 0 ? sha256 : spkiSha256) === tlsa.data,
  );
}

function hexOfBase64(text: string): string {
  return Array.from(atob(text), (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join(
    '',
  );
}
