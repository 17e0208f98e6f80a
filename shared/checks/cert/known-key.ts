import { readX509 } from '../../evidence/certificate/x509.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type KeyOrigin, vulnkeyChecksum } from '../../knowledge/known-keys/known-keys.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { type CertificateEvidence, faulty, judgeChain } from './presented.ts';

/** Whether the server's RSA key stands in one of the lists of keys that are no secret. */
export function judgeKnownKey(
  certificate: CertificateEvidence,
  { knownKeys }: Knowledge,
  origin: KeyOrigin,
  told: Text,
): Verdict {
  return judgeChain(certificate, (leaf) => {
    const x509 = readX509(leaf.der);
    if (x509 === undefined) return undetermined('garbled');
    if (x509.rsa === null) return notApplicable;
    const known = knownKeys?.[origin] ?? null;
    if (known === null) return undetermined(`no-feed:known-keys-${origin}`);
    const checksum = vulnkeyChecksum(x509.rsa.modulus);
    if (!known.has(checksum)) return safe;
    return faulty(certificate, [['chain', 0, 'der']], {
      usual: 'critical',
      detail: { ja: `${told.ja}（${checksum}）`, en: `${told.en} (${checksum}).` },
    });
  });
}
