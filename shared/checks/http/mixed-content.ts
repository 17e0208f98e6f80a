import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { accuseTags } from './accuse-tags.ts';
import { curl } from './confirm.ts';
import { enforcedOn } from './csp/judge.ts';
import { isCutShort, judgePage } from './pages.ts';
import { mozillaWeb } from './references.ts';
import { subresourcesOf } from './subresources.ts';

export const mixedContent = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'HTTPS のページは、部品もすべて HTTPS で読み込みます',
      en: 'Pages over HTTPS load all their parts over HTTPS',
    },
    vulnerable: {
      ja: 'HTTPS のページが、暗号化されない部品を読み込みます',
      en: 'Pages over HTTPS load parts without encryption',
    },
    why: {
      ja: 'ページは暗号化されていても、http:// の部品は途中で読み取られ、書き換えられます。ブラウザーが読み込みを止めて表示が崩れたり、警告が出て住民を不安にさせたりすることもあります。',
      en: 'Though the page is encrypted, its http:// parts can be read and altered on the way. Browsers also block them, so that the page breaks, or show warnings that worry residents.',
    },
  },
  action: 'https-everywhere',
  fixes: fixList(`${curl('')} | grep -io 'src="http://[^"]*"'`, {
    ja: 'ページの中の http:// を https:// に書き換えます。数が多い場合は、当面の措置として次のヘッダーを付けると、ブラウザーが https:// に読み替えます。',
    en: 'Change http:// in the page to https://. Where there are many, this header makes browsers use https:// in the meantime.',
    snippet: 'Content-Security-Policy: upgrade-insecure-requests',
  }),
  references: ['https://www.w3.org/TR/mixed-content/', mozillaWeb],
  detect: ({ 'http-response': web }) => {
    if (web.data.scheme !== 'https') return notApplicable;
    return judgePage(web, (page) => {
      const upgraded = enforcedOn(web, page).some(({ policy }) =>
        ['upgrade-insecure-requests', 'block-all-mixed-content'].some((name) => policy.directives.has(name)),
      );
      if (upgraded) return safe;
      const open = subresourcesOf(page.response.body, page.url).filter(({ url }) => isOpen(url));
      const [first, ...rest] = open.toSorted((a, b) => a.effect.localeCompare(b.effect));
      if (first === undefined) return isCutShort(page.response) ? undetermined('page-cut-short') : safe;
      const verdict = accuseTags(web, page, [first, ...rest]);
      return first.effect === 'active' ? verdict : { ...verdict, severity: 'low' };
    });
  },
});

/** Addresses of the visitor's own machine never leave it (Mixed Content §3.1). */
function isOpen({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && !/^(?:localhost|127\..*|\[::1\])$/.test(hostname);
}
