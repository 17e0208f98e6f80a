import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc6781 } from '../references.ts';
import { judgeKeys } from './judge.ts';
import { rsaOf } from './records.ts';

export const dnssecRsaESmall = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'DNSSEC の RSA 鍵の指数は適切です', en: 'The RSA exponents of DNSSEC are sensible' },
    vulnerable: { ja: 'DNSSEC の RSA 鍵の指数が小さすぎます', en: 'An RSA exponent of DNSSEC is too small' },
    why: {
      ja: '小さい指数の鍵は、検証する側の実装に誤りがあると偽の署名を作られます。',
      en: 'With a small exponent, a mistake in a validator is enough for forged signatures.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} DNSKEY +short +multi',
    { ja: '指数 65537 の新しい鍵に切り替えます。', en: 'Change over to a new key with exponent 65537.' },
    {},
  ),
  references: [rfc6781, 'https://www.rfc-editor.org/rfc/rfc3110'],
  detect: ({ 'dns-answers': evidence }) =>
    judgeKeys(evidence, (key) => {
      const rsa = rsaOf(key);
      return rsa !== undefined && rsa.exponent < 65_537n
        ? { ja: `鍵の指数は ${rsa.exponent} です。`, en: `The exponent is ${rsa.exponent}.` }
        : undefined;
    }),
});
