import type { EvidenceOf } from '../../evidence/evidence.ts';
import { parseHostName } from '../../model/host-name.ts';
import { replaceFixes } from '../cert/fixes.ts';
import { nameMatches, namesOf } from '../cert/names.ts';
import { faulty, judgeChain } from '../cert/presented.ts';
import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { safe } from '../verdicts.ts';
import { announcedBy } from './announced.ts';

/** A mail server is known by the name it announces as much as by the one it was asked for: either is right. */
export const certNameMismatch = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'メールサーバーの証明書の名前は、サーバーの名前と一致しています',
      en: 'The certificate of the mail server carries its name',
    },
    vulnerable: {
      ja: 'メールサーバーの証明書の名前が、サーバーの名前と一致していません',
      en: 'The certificate of the mail server does not carry its name',
    },
    why: {
      ja: '証明書の名前が違うと、メールソフトや相手のサーバーは本物の接続先かどうかを確かめられません。偽のサーバーにメールやパスワードを渡してしまうおそれがあります。',
      en: 'When the names differ, mail programs and other servers cannot tell whether they reached the right server, and may hand mail or passwords to a false one.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'メールサーバーが名乗る名前（MX レコードの名前）を含む証明書を取得します。',
    en: 'Obtain a certificate with the name that the mail server announces (the name of the MX record).',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9525', 'https://www.rfc-editor.org/rfc/rfc7817'],
  detect: ({ 'smtp-dialog': mail, certificate }) =>
    judgeChain(certificate, (leaf) => {
      const carried = namesOf(leaf);
      const known = namesOfServer(mail);
      if (known.some((name) => carried.some((pattern) => nameMatches(pattern, name)))) return safe;
      const [asked, on] = [known.join(', '), carried.slice(0, 5).map(shown).join(', ')];
      return faulty(
        certificate,
        [
          ['chain', 0, 'dnsNames'],
          ['chain', 0, 'subject'],
        ],
        {
          usual: 'medium',
          detail: {
            ja: `サーバーの名前は ${asked || '（なし）'} ですが、証明書の名前は ${on || '（なし）'} です。`,
            en: `The server is known as ${asked || '(no name)'}, the certificate is for ${on || '(no name)'}.`,
          },
        },
      );
    }),
});

/** The name it was asked for, and those that it announces. */
function namesOfServer(mail: EvidenceOf<'smtp-dialog'>): readonly string[] {
  const announced = announcedBy(mail).flatMap(({ word }) => parseHostName(word) ?? []);
  return [...new Set([mail.endpoint.name, ...announced].filter((name) => name !== null))];
}
