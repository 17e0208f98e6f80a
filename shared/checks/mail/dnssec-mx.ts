import { defineCheck } from '../check.ts';
import { signingFixes } from '../dns/fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { find, recordProof } from './lookups.ts';
import { isNullMx } from './mail-domain.ts';

export const dnssecMx = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールの届け先は DNSSEC で守られています',
      en: 'The place of delivery is protected by DNSSEC',
    },
    vulnerable: {
      ja: 'メールの届け先が DNSSEC で守られていません',
      en: 'The place of delivery is not protected by DNSSEC',
    },
    why: {
      ja: 'DNS の応答を書き換えられると、メールが偽のサーバーに届けられるおそれがあります。DNSSEC はその改ざんを見分ける仕組みです。導入には準備が必要なため、計画的に検討してください。',
      en: 'Whoever alters DNS answers can have your mail delivered to a forged server. DNSSEC shows such tampering. It takes preparation, so consider it with time.',
    },
  },
  action: 'mail-domain',
  fixes: signingFixes('dig +dnssec {domain} MX', {
    ja: 'ドメインを DNSSEC で署名し、DS レコードを登録事業者に届け出ます。',
    en: 'Sign the domain with DNSSEC and have the registrar publish its DS record.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9364', 'https://www.rfc-editor.org/rfc/rfc7672'],
  detect: ({ 'mail-domain': mail }) => {
    const mx = find(mail, 'MX', mail.endpoint.host);
    if (mx.outcome === 'unknown') return undetermined(mx.reason);
    if (mx.records.every(({ data }) => isNullMx(data))) return notApplicable;
    if (mx.ad) return safe;
    // A resolver that does not validate says the same of every domain.
    return {
      verdict: 'vulnerable',
      confidence: 'inferred',
      proof: [proofAt(mail, ['lookups', mx.index, 'answer', 'value', 'ad']), recordProof(mail, mx.index, 0)],
    };
  },
});
