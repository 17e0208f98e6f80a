import { epochMs } from '../../model/instant.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { dayMs, dayOf } from './dates.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const expiresSoon = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: { ja: 'サーバー証明書の期限まで余裕があります', en: 'The certificate will not expire soon' },
    vulnerable: { ja: 'サーバー証明書の期限が近づいています', en: 'The certificate expires soon' },
    why: {
      ja: '期限が切れると、ブラウザーが警告を出し、住民はページを開けなくなります。自動更新のはずであれば、更新が失敗している可能性があります。',
      en: 'Once it expires, browsers show a warning and residents cannot open the page. If it is meant to renew by itself, the renewal may be failing.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '期限までに新しい証明書を取得します。自動更新（ACME）を使っている場合は、更新の記録に失敗がないか確かめます。',
    en: 'Obtain a new certificate in time. Where renewal is automatic (ACME), look for failures in its log.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5',
    'https://www.rfc-editor.org/rfc/rfc8555',
  ],
  detect: ({ certificate }, at) =>
    judgeChain(certificate, ({ notBefore, notAfter }) => {
      const leftMs = Date.parse(notAfter) - epochMs(at);
      const lifetimeMs = Date.parse(notAfter) - Date.parse(notBefore);
      if (leftMs < 0) return notApplicable;
      if (leftMs >= Math.min(30 * dayMs, lifetimeMs / 3)) return safe;
      const days = Math.floor(leftMs / dayMs);
      const urgent = leftMs < Math.min(14 * dayMs, lifetimeMs / 6);
      const day = dayOf(notAfter);
      return faulty(certificate, [['chain', 0, 'notAfter']], {
        usual: 'low',
        severity: urgent ? 'medium' : 'low',
        detail: {
          ja: `有効期限は ${day.ja} で、診断の時点で残り ${days} 日でした。${urgent ? '残りが少ないため、危険度を上げています。' : ''}`,
          en: `Valid until ${day.en}: ${days} days were left at the time of the diagnosis.${urgent ? ' Rated higher because so little time is left.' : ''}`,
        },
      });
    }),
});
