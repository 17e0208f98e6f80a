import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const rsaExponentSmall = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: { ja: 'RSA の公開指数は十分な大きさです', en: 'The RSA exponent is large enough' },
    vulnerable: { ja: 'RSA の公開指数が小さすぎます', en: 'The RSA exponent is too small' },
    why: {
      ja: '鍵の一部である公開指数が小さいと、実装の誤りと組み合わさったときに署名を偽造されるおそれがあります（公開指数 1 では暗号になりません）。65537 が標準です。',
      en: 'With a small exponent, signatures can be forged where an implementation errs (and with 1 there is no encryption at all). The usual one is 65537.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公開指数が 65537 の鍵を新しく作り、証明書を取得し直します。',
    en: 'Make a new key with the exponent 65537 and have the certificate reissued.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8017', 'https://csrc.nist.gov/pubs/fips/186-5/final'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.rsa === null) return notApplicable;
      const { exponent } = x509.rsa;
      if (exponent >= 65_537n) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'high',
        severity: exponent <= 1n ? 'critical' : 'high',
        detail: { ja: `公開指数は ${exponent} です。`, en: `The exponent is ${exponent}.` },
      });
    }),
});
