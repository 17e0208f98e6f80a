import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { missingHeader } from '../missing-header.ts';
import { header, judgePage } from '../pages.ts';
import { mozillaWeb } from '../references.ts';
import { parseHsts } from './directives.ts';
import { hstsFixes } from './fixes.ts';

export const hstsMissing = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'HTTPS の常時利用（HSTS）が指示されています',
      en: 'Browsers are told to insist on HTTPS (HSTS)',
    },
    vulnerable: {
      ja: 'HTTPS の常時利用（HSTS）が指示されていません',
      en: 'Browsers are not told to insist on HTTPS (HSTS)',
    },
    why: {
      ja: 'この指示がないと、ブラウザーは次に訪れたときも、暗号化されない http:// で接続を始めることがあります。公衆無線 LAN などで途中に入り込んだ第三者が、住民を偽のページへ誘導できます。',
      en: 'Without it a browser may begin its next visit with unencrypted http:// again. On public wireless networks, someone in between can then lead residents to a forged page.',
    },
  },
  action: 'http-headers',
  fixes: hstsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc6797', mozillaWeb],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'https') return notApplicable;
    return judgePage(web, (page) => {
      const value = header(page.response, 'strict-transport-security');
      if (value !== undefined && parseHsts(value) !== undefined) return safe;
      if (web.endpoint.name !== null) return missingHeader(web, page);
      // RFC 6797 §8.1.1: browsers keep no such promise for an address.
      return { ...missingHeader(web, page, byAddress), confidence: 'inferred' };
    });
  },
});

const byAddress = {
  ja: 'アドレスで接続して確かめました。名前で接続したときの設定が異なる場合があります。',
  en: 'Seen when connecting by address; the site may be set up differently under its name.',
};
