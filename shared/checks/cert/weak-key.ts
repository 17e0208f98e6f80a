import type { Severity } from '../../model/severity.ts';
import { defineCheck } from '../check.ts';
import { ipaTlsGuideline } from '../tls/references.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { type Certificate, faulty, judgeChain, reliedUpon, roleOf } from './presented.ts';

export const weakKey = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: { ja: 'サーバー証明書の鍵は十分な長さです', en: 'The key of the certificate is long enough' },
    vulnerable: { ja: 'サーバー証明書の鍵が短すぎます', en: 'The key of the certificate is too short' },
    why: {
      ja: '鍵が短いと、計算で秘密鍵を割り出されるおそれがあります。割り出した人は、このサーバーになりすましたり、暗号化された通信を読んだりできます。',
      en: 'The private key that belongs to a short key can be computed. Whoever does so can pose as this server or read encrypted traffic.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'RSA 2048 ビット以上（新しく作るなら 3072 ビット）または ECDSA P-256 の鍵を新しく作り、その鍵で証明書を取得し直します。古い証明書は失効させます。',
    en: 'Make a new key of RSA 2048 bits or more (3072 for new ones) or ECDSA P-256, have the certificate reissued for it, and revoke the old one.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.5', ipaTlsGuideline],
  detect: ({ certificate }) =>
    judgeChain(certificate, (_, presented) => {
      const rated = reliedUpon(presented).map(([index, { key }]) => ({ index, key, rating: rate(key) }));
      const weak =
        rated.find(({ rating }) => rating === 'critical') ?? rated.find(({ rating }) => rating === 'high');
      if (weak === undefined) {
        return rated.some(({ rating }) => rating === 'unknown') ? undetermined('unknown-key') : safe;
      }
      const role = roleOf(weak.index);
      const kind = `${weak.key.type.toUpperCase()} ${weak.key.bits}`;
      return faulty(
        certificate,
        [
          ['chain', weak.index, 'key', 'bits'],
          ['chain', weak.index, 'key', 'type'],
        ],
        {
          usual: 'high',
          severity: weak.rating === 'critical' ? 'critical' : 'high',
          detail: {
            ja: `${role.ja}の鍵は ${kind} ビットです。`,
            en: `The ${role.en} has a key of ${kind} bits.`,
          },
        },
      );
    }),
});

/** NIST SP 800-57 part 1: below 112 bits of strength a key is no longer to be used; 1024-bit RSA has 80. */
function rate({
  type,
  bits,
}: Certificate['key']): Extract<Severity, 'critical' | 'high'> | 'strong' | 'unknown' {
  if (type === 'ed25519' || type === 'ed448') return 'strong';
  if (type === 'other' || bits === 0) return 'unknown';
  if (type === 'ec') return bits < 224 ? 'high' : 'strong';
  return bits < 1024 ? 'critical' : bits < 2048 ? 'high' : 'strong';
}
