import { createHash } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { Fields } from './wire.ts';

type Observed = EvidenceData['ssh-keys']['hostKeys'][number]['key'];
type PublicKey = Extract<Observed, { outcome: 'yes' }>['value'];

const curveBits: Readonly<Record<string, number>> = { nistp256: 256, nistp384: 384, nistp521: 521 };
const longestBlob = 8192;

/** RFC 4253 §6.6, RFC 5656 §3.1 and RFC 8709 §4: what kind of key it is and how long. @throws ProbeError */
export function readHostKey(blob: Buffer): PublicKey {
  const fields = new Fields(blob);
  const type = fields
    .string()
    .toString('latin1')
    .replaceAll(/[^\x21-\x7e]/g, '?')
    .slice(0, 128);
  return {
    type,
    bits: bitsOf(type, fields),
    sha256: createHash('sha256').update(blob).digest('hex'),
    blob: blob.toString('hex', 0, longestBlob),
  };
}

function bitsOf(type: string, fields: Fields): number {
  if (type === 'ssh-rsa') {
    fields.string();
    return bitLength(fields.mpint());
  }
  if (type === 'ssh-dss') return bitLength(fields.mpint());
  if (type === 'ssh-ed25519') return 256;
  if (type === 'ssh-ed448') return 456;
  return type.startsWith('ecdsa-sha2-') ? (curveBits[fields.string().toString('latin1')] ?? 0) : 0;
}

/** Of a number without leading zeros. */
export function bitLength(bytes: Buffer): number {
  const [first] = bytes;
  return first === undefined ? 0 : (bytes.length - 1) * 8 + (32 - Math.clz32(first));
}
