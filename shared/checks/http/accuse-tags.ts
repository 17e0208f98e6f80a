import type { Vulnerable } from '../verdicts.ts';
import { type Answer, type HttpEvidence, pathOf, proofIn } from './pages.ts';
import type { Subresource } from './subresources.ts';

const shownTags = 5;

/** Tags of a page that load what they should not, or not like this. */
export function accuseTags(
  web: HttpEvidence,
  page: Answer,
  [first, ...rest]: readonly [Subresource, ...Subresource[]],
): Vulnerable {
  const proof = ({ tag }: Subresource) => proofIn(web, page, ['body'], tag.source);
  const hosts = [...new Set([first, ...rest].map(({ url }) => url.host))].slice(0, shownTags).join(', ');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proof(first), ...rest.slice(0, shownTags - 1).map(proof)],
    place: pathOf(page.url),
    detail: {
      ja: `${rest.length + 1} 件あります（読み込み先：${hosts}）。`,
      en: `There are ${rest.length + 1} of them (from ${hosts}).`,
    },
  };
}
