import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { proofIn } from '../pages.ts';
import { judgeSecurityTxt, securityTxtPath } from './published.ts';

export const securityTxtUnsigned = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: '脆弱性の連絡窓口（security.txt）に署名があります',
      en: 'The contact for security reports (security.txt) is signed',
    },
    vulnerable: {
      ja: '脆弱性の連絡窓口（security.txt）に署名がありません',
      en: 'The contact for security reports (security.txt) is not signed',
    },
    why: {
      ja: '署名があると、連絡先が攻撃者に書き換えられていないことを、連絡する人が確かめられます。必須ではありません。',
      en: 'With a signature, whoever reports can check that the contact was not altered by an attacker. It is not required.',
    },
  },
  action: 'security-contact',
  fixes: fixList(`curl -sS https://{name}:{port}${securityTxtPath} | gpg --verify`, {
    ja: '組織の OpenPGP 鍵で平文署名を付け、Canonical にこのファイルのアドレスを書きます。',
    en: 'Add a cleartext signature with the organisation’s OpenPGP key, and name the address of this file in Canonical.',
    snippet: 'gpg --clearsign --output security.txt security.txt.unsigned',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9116#section-2.3'],
  detect: ({ 'http-response': web }) =>
    judgeSecurityTxt(web, (file) => {
      const { body, complete } = file.response;
      if (/^-----BEGIN PGP SIGNED MESSAGE-----\s/m.test(body)) return safe;
      if (!complete) return undetermined('page-cut-short');
      const proof = [proofIn(web, file, ['body'])] as const;
      return { verdict: 'vulnerable', confidence: 'verified', proof, place: securityTxtPath };
    }),
});
