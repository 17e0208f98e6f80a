import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc6781, rfc8624 } from '../references.ts';
import { judgeKeys } from './judge.ts';
import { rsaOf } from './records.ts';

export const dnssecRsaBelow2048 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'DNSSEC の RSA 鍵は十分に長いです', en: 'The RSA keys of DNSSEC are long enough' },
    vulnerable: {
      ja: 'DNSSEC の RSA 鍵が 2048 ビット未満です',
      en: 'An RSA key of DNSSEC is shorter than 2048 bits',
    },
    why: {
      ja: '短い鍵は時間をかければ解読でき、偽の署名を作られるおそれがあります。',
      en: 'A short key can be broken with enough effort; forged signatures become possible.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} DNSKEY +short +multi',
    {
      ja: '2048 ビット以上の RSA か、ECDSA P-256（方式 13）の鍵に切り替えます。',
      en: 'Change over to RSA of at least 2048 bits or to ECDSA P-256 (algorithm 13).',
    },
    {
      bind: 'dnssec-policy "strong" {\n  keys {\n    ksk key-directory lifetime unlimited algorithm ecdsap256sha256;\n    zsk key-directory lifetime P90D algorithm ecdsap256sha256;\n  };\n};',
      nsd: 'ldns-keygen -a ECDSAP256SHA256 -k {domain}\nldns-keygen -a ECDSAP256SHA256 {domain}',
      knot: 'policy:\n  - id: strong\n    algorithm: ecdsap256sha256',
      'windows-dns':
        'Add-DnsServerSigningKey -ZoneName "{domain}" -Type KeySigningKey -CryptoAlgorithm ECDsaP256Sha256',
    },
  ),
  references: [rfc6781, rfc8624],
  detect: ({ 'dns-answers': evidence }) =>
    judgeKeys(evidence, (key) => {
      const rsa = rsaOf(key);
      return rsa !== undefined && rsa.bits < 2048
        ? { ja: `鍵の長さは ${rsa.bits} ビットです。`, en: `The key has ${rsa.bits} bits.` }
        : undefined;
    }),
});
