import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc8624, rfc9905 } from '../references.ts';
import { judgeKeys } from './judge.ts';
import { algorithmName } from './records.ts';

export const dnssecAlgDeprecated = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'DNSSEC の鍵は推奨される方式です', en: 'The DNSSEC keys use recommended algorithms' },
    vulnerable: {
      ja: 'DNSSEC の鍵の方式が古くなっています',
      en: 'The DNSSEC keys use an outdated algorithm',
    },
    why: {
      ja: '古い方式の署名は、偽造できるか、検証する側がもう受け付けません。署名していないのと同じ扱いになることがあります。',
      en: 'Signatures of this kind can be forged, or are no longer accepted: the zone may count as unsigned.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} DNSKEY +short +multi',
    {
      ja: 'ECDSA P-256（方式 13）の鍵に切り替えます。新旧の鍵で署名する期間を置き、DS も差し替えます。',
      en: 'Change over to ECDSA P-256 (algorithm 13). Sign with old and new keys for a while, and replace the DS.',
    },
    {
      bind: 'dnssec-policy "strong" {\n  keys {\n    ksk key-directory lifetime unlimited algorithm ecdsap256sha256;\n    zsk key-directory lifetime P90D algorithm ecdsap256sha256;\n  };\n};',
      nsd: 'ldns-keygen -a ECDSAP256SHA256 -k {domain}\nldns-keygen -a ECDSAP256SHA256 {domain}',
      knot: 'policy:\n  - id: strong\n    algorithm: ecdsap256sha256',
      'windows-dns':
        'Add-DnsServerSigningKey -ZoneName "{domain}" -Type KeySigningKey -CryptoAlgorithm ECDsaP256Sha256',
    },
  ),
  references: [rfc8624, rfc9905],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** RFC 8624 §3.1 and RFC 9905: not to be used for signing. */
const deprecated: ReadonlySet<number> = new Set([1, 3, 5, 6, 7, 12]);

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeKeys(evidence, ({ algorithm }) =>
    deprecated.has(algorithm)
      ? {
          ja: `鍵の方式は ${algorithmName(algorithm)}（${algorithm}）です。`,
          en: `The key uses ${algorithmName(algorithm)} (${algorithm}).`,
        }
      : undefined,
  );
}
