import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { metaHeader } from '../html.ts';
import { httpsFixes } from '../https-fixes.ts';
import { type Answer, exchangesFor, type HttpEvidence, header, judgePage, proofIn } from '../pages.ts';
import { ipaWebsite, mozillaWeb } from '../references.ts';

export const redirectMissing = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'http:// への接続は https:// へ転送されます',
      en: 'Visitors to http:// are sent on to https://',
    },
    vulnerable: {
      ja: 'http:// への接続が https:// へ転送されません',
      en: 'Visitors to http:// are not sent on to https://',
    },
    why: {
      ja: '古いリンクなどで http:// を開いた住民は、暗号化されないままページを見ることになります。途中にいる第三者が、見ているページや入力した内容を読んだり、ページを書き換えたりできます。',
      en: 'Residents who follow an old http:// link see the page without encryption. Someone in between can read what they see and type, or alter the page.',
    },
  },
  action: 'https-everywhere',
  fixes: httpsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2', ipaWebsite, mozillaWeb],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'http') return notApplicable;
    return redirection(web) ?? judgePage(web, (page) => (leadsToHttps(page) ? safe : unencrypted(web, page)));
  },
});

/** What the last redirect says, where the chain ends in one; undefined where it ends in something else. */
function redirection(web: HttpEvidence): Verdict | undefined {
  const chain = exchangesFor(web, 'root', 'redirected');
  if (chain.some(({ url }) => url.startsWith('https:'))) return safe;
  const last = chain.at(-1);
  if (last?.response.outcome !== 'yes') return undefined;
  const { status } = last.response.value;
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = header(last.response.value, 'location') ?? '';
  if (!URL.canParse(location, last.url)) return notApplicable;
  return new URL(location, last.url).protocol === 'https:' ? safe : undetermined('redirected');
}

/** A page that sends the browser on by itself shows nothing to read over the shoulder. */
function leadsToHttps({ response, url }: Answer): boolean {
  const target = /^\s*\d{1,3}\s*[;,]\s*url\s*=\s*["']?([^"'\s]{1,2000})/i.exec(
    metaHeader(response.body, 'refresh')?.content ?? '',
  )?.[1];
  return target !== undefined && URL.canParse(target, url) && new URL(target, url).protocol === 'https:';
}

function unencrypted(web: HttpEvidence, page: Answer): Verdict {
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofIn(web, page, ['status']), proofIn(web, page, ['headers'])],
  };
}
