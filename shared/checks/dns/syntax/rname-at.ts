import { defineCheck } from '../../check.ts';
import { soaFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { unreachableContact } from './contact.ts';
import { judgeSoaName } from './names.ts';

export const syntaxRnameAt = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '管理者の連絡先（RNAME）に @ はありません', en: 'The contact (RNAME) has no @' },
    vulnerable: {
      ja: '管理者の連絡先（RNAME）に @ が書かれています',
      en: 'The contact (RNAME) is written with @',
    },
    why: unreachableContact,
  },
  action: 'dns-zone',
  fixes: soaFixes({
    ja: 'SOA の連絡先は、メールアドレスの @ をドットに替えて書きます（hostmaster@example.jp なら hostmaster.example.jp.）。',
    en: 'Write the contact in SOA with a dot in place of @ (hostmaster.example.jp. for hostmaster@example.jp).',
  }),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => judgeSoaName(evidence, 'rname', (rname) => !rname.includes('@')),
});
