import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { ptrFixes } from './ptr-fixes.ts';
import { isPublicExchanger, reverseOf } from './reverse.ts';

export const ptrMissing = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'host-dns'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールサーバーのアドレスに逆引き（PTR）があります',
      en: 'The address of the mail server has a PTR record',
    },
    vulnerable: {
      ja: 'メールサーバーのアドレスに逆引き（PTR）がありません',
      en: 'The address of the mail server has no PTR record',
    },
    why: {
      ja: '逆引きのないアドレスから送ったメールは、多くの受信者に断られ、住民に届きません。受信だけに使うサーバーでは、なくても支障はありません。',
      en: 'Many receivers refuse mail from an address without a PTR record, so it does not reach residents. A server that only receives mail does not need one.',
    },
  },
  action: 'dns-zone',
  fixes: ptrFixes({
    ja: '回線やサーバーの事業者に、このアドレスの逆引き（PTR）としてメールサーバーの名前を登録するよう依頼します。',
    en: 'Ask the provider of the line or server to register the mail server’s name as PTR of this address.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc1912#section-2.1',
    'https://support.google.com/a/answer/81126',
  ],
  detect: ({ 'smtp-dialog': mail, 'host-dns': dns }) => {
    if (!isPublicExchanger(mail)) return notApplicable;
    if (mail.data.banner.outcome === 'unknown') return undetermined(mail.data.banner.reason);
    const reverse = reverseOf(dns);
    if (reverse.outcome === 'unknown') return undetermined(reverse.reason);
    if (reverse.values.length > 0) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(dns, [...reverse.path, 'rcode']), proofAt(dns, [...reverse.path, 'raw'])],
    };
  },
});
