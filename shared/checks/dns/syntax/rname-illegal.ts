import { defineCheck } from '../../check.ts';
import { soaFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { unreachableContact } from './contact.ts';
import { isHostName, judgeSoaName } from './names.ts';

export const syntaxRnameIllegal = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '管理者の連絡先（RNAME）は正しい書き方です', en: 'The contact (RNAME) is written correctly' },
    vulnerable: {
      ja: '管理者の連絡先（RNAME）の書き方が正しくありません',
      en: 'The contact (RNAME) is not written correctly',
    },
    why: unreachableContact,
  },
  action: 'dns-zone',
  fixes: soaFixes({
    ja: 'SOA に、実際に届くメールアドレスをドット区切りで書きます。',
    en: 'Write an address that really takes mail in SOA, with dots.',
  }),
  references: [rfc1123, rfc1035],
  // An @ is a finding of its own.
  detect: ({ 'dns-answers': evidence }) =>
    judgeSoaName(evidence, 'rname', (rname) => rname.includes('@') || isMailbox(rname)),
});

/** The first label is the local part, whose own dots are escaped (RFC 1035 §8). */
function isMailbox(rname: string): boolean {
  const [local = '', ...domain] = rname.replaceAll('\\.', ' ').split('.');
  return /^[a-z0-9 _+=-]+$/i.test(local) && isHostName(domain.join('.'));
}
