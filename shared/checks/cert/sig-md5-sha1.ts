import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { ipaTlsGuideline } from '../tls/references.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain, reliedUpon, roleOf } from './presented.ts';

const broken: ReadonlySet<string> = new Set(['md2', 'md4', 'md5', 'sha1']);

export const brokenSignature = defineCheck({
  version: 2,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: {
      ja: 'サーバー証明書の署名は安全な方式です',
      en: 'The certificate is signed with a safe algorithm',
    },
    vulnerable: {
      ja: 'サーバー証明書の署名に破られた方式（MD5・SHA-1）が使われています',
      en: 'The certificate is signed with a broken algorithm (MD5 or SHA-1)',
    },
    why: {
      ja: 'MD5 や SHA-1 では、同じ署名が当てはまる別の証明書を作り出せることが実証されています。偽のサーバーが本物として通るおそれがあり、いまのブラウザーは受け付けません。',
      en: 'With MD5 or SHA-1 it has been shown that another certificate can be made to fit the same signature. A forged server could pass as genuine, and browsers of today refuse such certificates.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'SHA-256 以上で署名された証明書を取得し直します。',
    en: 'Have the certificate reissued with a signature of SHA-256 or better.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9155', 'https://shattered.io/', ipaTlsGuideline],
  detect: ({ certificate }) =>
    judgeChain(certificate, (_, presented) => {
      // A self-signed certificate's own signature convinces nobody of anything.
      const signed = reliedUpon(presented).filter(([, { selfSigned }]) => !selfSigned);
      const found = signed.find(([, { signatureHash }]) => broken.has(normal(signatureHash)));
      if (found !== undefined) {
        const [index, { signatureHash }] = found;
        const role = roleOf(index);
        return faulty(
          certificate,
          [
            ['chain', index, 'signatureHash'],
            ['chain', index, 'signatureOid'],
          ],
          {
            usual: 'high',
            detail: {
              ja: `${role.ja}は ${shown(signatureHash)} で署名されています。`,
              en: `The ${role.en} is signed with ${shown(signatureHash)}.`,
            },
          },
        );
      }
      if (signed.some(([, { signatureHash }]) => normal(signatureHash) === 'unknown')) {
        return undetermined('unknown-signature');
      }
      return signed.length === 0 ? notApplicable : safe;
    }),
});

function normal(hash: string): string {
  return hash.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
