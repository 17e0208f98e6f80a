import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { httpsFixes } from '../https-fixes.ts';
import { exchangesFor, judgePage, proofIn } from '../pages.ts';
import { httpsPort } from '../ports.ts';
import { ipaWebsite, mozillaWeb } from '../references.ts';

export const httpsMissing = defineCheck({
  version: 2,
  needs: ['http-response', 'ports'],
  severity: 'medium',
  text: {
    safe: { ja: 'HTTPS で接続できます', en: 'The site can be reached over HTTPS' },
    vulnerable: { ja: 'HTTPS で接続できません', en: 'The site cannot be reached over HTTPS' },
    why: {
      ja: 'このサイトとの通信は暗号化されません。途中にいる第三者が、住民の見ているページや入力した内容を読んだり、ページを書き換えたりできます。ブラウザーにも「保護されていない通信」と表示されます。',
      en: 'Nothing sent to or from this site is encrypted. Someone in between can read what residents see and type, or alter the pages, and browsers call the site "not secure".',
    },
  },
  action: 'https-everywhere',
  fixes: httpsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2', ipaWebsite, mozillaWeb],
  detect: ({ 'http-response': web, ports }) => {
    if (web.data.scheme !== 'http') return notApplicable;
    const followed = exchangesFor(web, 'redirected');
    if (followed.some(({ url, response }) => url.startsWith('https:') && response.outcome === 'yes'))
      return safe;
    const https = httpsPort(ports);
    if (https.state === 'spoken') return safe;
    return judgePage(web, (page): Verdict => {
      if (https.state === 'unknown') return undetermined(https.reason);
      const proof = [proofIn(web, page, ['status']), proofAt(ports, https.path)] as const;
      return https.state === 'closed'
        ? { verdict: 'vulnerable', confidence: 'verified', proof }
        : { verdict: 'vulnerable', confidence: 'inferred', proof, detail: notOpen };
    });
  },
});

const notOpen = {
  ja: '443 番ポートは開いていませんでした。閉じているのか、途中で遮断されているのかまでは分かりません。',
  en: 'Port 443 was not open; whether it is closed or filtered on the way is not known.',
};
