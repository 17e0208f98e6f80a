import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { nameMatches, namesOf } from './names.ts';
import { faulty, judgeChain } from './presented.ts';

const namesShown = 5;

export const nameMismatch = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: {
      ja: 'サーバー証明書の名前は接続先と一致しています',
      en: 'The certificate carries the name of the server',
    },
    vulnerable: {
      ja: 'サーバー証明書の名前が接続先と一致していません',
      en: 'The certificate does not carry the name of the server',
    },
    why: {
      ja: '証明書は「このサーバーは確かにこの名前の持ち主です」という証明です。名前が違うとブラウザーが警告を出し、住民は本物のサイトかどうかを判断できません。',
      en: 'A certificate proves that a server belongs to a name. When the names differ, browsers show a warning and residents cannot tell whether the site is genuine.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公開している名前をすべて含む証明書を取得するか、この名前に合う証明書が使われるようにサーバーの設定を直します。',
    en: 'Obtain a certificate with every public name, or correct the server so that it uses the one for this name.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6125', 'https://www.rfc-editor.org/rfc/rfc9525'],
  detect: ({ certificate }) => {
    const { name } = certificate.endpoint;
    // Mail servers answer to the name they announce as well: mail.cert-name-mismatch.
    if (name === null || certificate.data.via === 'smtp-starttls') return notApplicable;
    return judgeChain(certificate, (leaf) => {
      const names = namesOf(leaf);
      if (names.some((pattern) => nameMatches(pattern, name))) return safe;
      const carried = names.slice(0, namesShown).map(shown).join(', ');
      return faulty(
        certificate,
        [
          ['chain', 0, 'dnsNames'],
          ['chain', 0, 'subject'],
        ],
        {
          usual: 'high',
          detail: {
            ja: `接続先は ${name} ですが、証明書の名前は ${carried || '（なし）'} です。`,
            en: `The server was asked for as ${name}, the certificate is for ${carried || '(no name)'}.`,
          },
        },
      );
    });
  },
});
