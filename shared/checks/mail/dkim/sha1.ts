import { defineCheck } from '../../check.ts';
import { dekyoSenderAuthentication } from '../references.ts';
import { dkimFixes } from './fixes.ts';
import { judgeKeys } from './keys.ts';

export const dkimSha1 = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'low',
  text: {
    safe: { ja: 'DKIM の鍵は SHA-1 だけに限られていません', en: 'No DKIM key is limited to SHA-1' },
    vulnerable: {
      ja: 'DKIM の鍵が、使用を禁じられた SHA-1 だけに限られています',
      en: 'A DKIM key is limited to SHA-1, which is forbidden',
    },
    why: {
      ja: 'SHA-1 の署名は 2018 年に使用が禁止され、受け取る側で無効とされます。送ったメールに署名がないのと同じ扱いになります。',
      en: 'Signatures with SHA-1 have been forbidden since 2018 and count for nothing. Your mail is treated as if it were not signed.',
    },
  },
  action: 'mail-domain',
  fixes: dkimFixes({
    ja: 'レコードの h=sha1 を消し、SHA-256 で署名します。',
    en: 'Remove h=sha1 from the record and sign with SHA-256.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6376',
    'https://www.rfc-editor.org/rfc/rfc8301',
    dekyoSenderAuthentication,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeKeys(mail, ({ tags }) => {
      const hashes = (tags.get('h') ?? '')
        .split(':')
        .map((hash) => hash.trim().toLowerCase())
        .filter((hash) => hash !== '');
      return hashes.length > 0 && hashes.every((hash) => hash === 'sha1') ? {} : undefined;
    }),
});
