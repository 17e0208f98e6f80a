import { epochMs } from '../../model/instant.ts';
import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { dayOf } from './dates.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain, roleOf } from './presented.ts';

export const expired = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'high',
  text: {
    safe: { ja: 'サーバー証明書の有効期限は切れていません', en: 'The certificate has not expired' },
    vulnerable: { ja: 'サーバー証明書の有効期限が切れています', en: 'The certificate has expired' },
    why: {
      ja: '期限の切れた証明書では、ブラウザーが「この接続ではプライバシーが保護されません」などの警告を出し、住民はページを開けません。警告を無視する習慣がつくと、偽のサイトに気づけなくなります。',
      en: 'With an expired certificate the browser shows a warning and residents cannot open the page. Whoever gets used to ignoring such warnings will not notice a forged site.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '認証局から新しい証明書を取得します。期限切れを防ぐため、自動更新（ACME）か、期限の 30 日前の通知を設定します。',
    en: 'Obtain a new certificate from the certification authority. Set up automatic renewal (ACME), or a reminder 30 days before the end.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5',
    'https://www.rfc-editor.org/rfc/rfc8555',
  ],
  detect: ({ certificate }, at) =>
    judgeChain(certificate, (_, { chain, trust }) => {
      const index = chain.findIndex(({ notAfter }) => Date.parse(notAfter) < epochMs(at));
      const found = chain[index];
      // An expired extra certificate does no harm where clients find another way to a root.
      if (found === undefined || (index > 0 && trust === 'trusted')) return safe;
      const [role, day] = [roleOf(index), dayOf(found.notAfter)];
      return faulty(certificate, [['chain', index, 'notAfter']], {
        usual: 'high',
        detail: {
          ja: `${role.ja}の有効期限は ${day.ja} まででした。`,
          en: `The ${role.en} was valid until ${day.en}.`,
        },
      });
    }),
});
