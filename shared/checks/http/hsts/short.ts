import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { badHeader } from '../missing-header.ts';
import { mozillaWeb } from '../references.ts';
import { hstsFixes } from './fixes.ts';
import { judgeHsts } from './judge.ts';

/** Half a year, Mozilla's and Internet.nl's former minimum. */
const minimumSeconds = 15_768_000;

export const hstsShort = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'HTTPS の常時利用（HSTS）の期間は十分です',
      en: 'The instruction to insist on HTTPS (HSTS) lasts long enough',
    },
    vulnerable: {
      ja: 'HTTPS の常時利用（HSTS）の期間が短すぎます',
      en: 'The instruction to insist on HTTPS (HSTS) is too short-lived',
    },
    why: {
      ja: 'ブラウザーがこの指示を覚えている間しか、住民は守られません。期間が短いと、たまにしか訪れない人には効き目がなく、暗号化されない接続に誘導されるおそれが残ります。',
      en: 'Residents are protected only while their browser remembers the instruction. When it is short, those who come rarely are not, and may still be led to an unencrypted connection.',
    },
  },
  action: 'http-headers',
  fixes: hstsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-6.1.1', mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgeHsts(web, ({ hsts: { maxAge }, page, at }) => {
      if (maxAge >= minimumSeconds) return safe;
      const days = Math.floor(maxAge / 86_400);
      return badHeader(web, page, at, {
        ja: `期間は ${maxAge} 秒（約 ${days} 日）です。半年（${minimumSeconds} 秒）以上が目安です。`,
        en: `It lasts ${maxAge} seconds (${days} days); half a year (${minimumSeconds}) is the least that is advised.`,
      });
    }),
});
