import { createHash, verify } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import type { RecordIn } from '@enkaku/shared/protocol/dns/message.ts';
import { MalformedDnsError, readLabels } from '@enkaku/shared/protocol/dns/name.ts';
import { canonicalSet, wireName } from './canonical.ts';
import { type DnsKey, publicKeyOf } from './key.ts';

type SignatureResult = EvidenceData['dns-answers']['signatures'][number]['result'];
type DigestResult = EvidenceData['dns-answers']['digests'][number]['result'];

const hashes: Readonly<Record<number, string | null>> = {
  5: 'sha1',
  7: 'sha1',
  8: 'sha256',
  10: 'sha512',
  13: 'sha256',
  14: 'sha384',
  15: null,
  16: null,
};
/** The fields of RRSIG before the signer's name (RFC 4034 §3.1). */
const fixedOctets = 18;
/** Keys with one tag; an attacker may make many (CVE-2023-50387). */
const mostKeysTried = 4;

/** Whether one RRSIG holds over its set, by one of the keys. Times are not looked at. */
export function checkSignature(
  message: Buffer,
  rrsig: RecordIn,
  set: readonly RecordIn[],
  keys: readonly DnsKey[],
): SignatureResult {
  const { start, end } = rrsig.place;
  if (end - start <= fixedOctets) throw new MalformedDnsError('a signature without signature');
  const algorithm = message.readUInt8(start + 2);
  const signed = { labels: message.readUInt8(start + 3), ttl: message.readUInt32BE(start + 4) };
  const tag = message.readUInt16BE(start + 16);
  const signer = readLabels(message, start + fixedOctets);
  const signature = message.subarray(signer.next, end);
  const hash = hashes[algorithm];
  if (hash === undefined) return 'unsupported';
  const candidates = keys.filter((key) => key.tag === tag && key.algorithm === algorithm);
  if (candidates.length === 0) return 'no-key';
  const covered = Buffer.concat([
    message.subarray(start, start + fixedOctets),
    wireName(signer.labels),
    canonicalSet(message, set, signed),
  ]);
  const holds = candidates.slice(0, mostKeysTried).some((key) => verifyWith(key, hash, covered, signature));
  return holds ? 'valid' : 'invalid';
}

function verifyWith(dnsKey: DnsKey, hash: string | null, covered: Buffer, signature: Buffer): boolean {
  const key = publicKeyOf(dnsKey);
  return key !== undefined && verify(hash, covered, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

const digests: Readonly<Record<number, string>> = { 1: 'sha1', 2: 'sha256', 4: 'sha384' };

/** Whether one DS stands for one of the keys (RFC 4034 §5.1.4). @param owner the zone's name as it is signed */
export function checkDigest(ds: Buffer, owner: Buffer, keys: readonly DnsKey[]): DigestResult {
  if (ds.length < 5) return 'unsupported';
  const hash = digests[ds.readUInt8(3)];
  if (hash === undefined) return 'unsupported';
  const candidates = keys.filter(
    (key) => key.tag === ds.readUInt16BE(0) && key.algorithm === ds.readUInt8(2),
  );
  if (candidates.length === 0) return 'no-key';
  const digest = ds.subarray(4);
  const matches = candidates.some((key) =>
    createHash(hash).update(owner).update(key.data).digest().equals(digest),
  );
  return matches ? 'matches' : 'differs';
}
