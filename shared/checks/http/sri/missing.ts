import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { accuseTags } from '../accuse-tags.ts';
import { curl } from '../confirm.ts';
import type { Tag } from '../html.ts';
import { isCutShort, judgePage } from '../pages.ts';
import { mozillaWeb } from '../references.ts';
import { maybeSameSite } from '../same-site.ts';
import { subresourcesOf } from '../subresources.ts';

export const sriMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ほかのサイトから読み込むスクリプトは、改ざんされていないことを確かめています（SRI）',
      en: 'Scripts of other sites are checked for alterations (SRI)',
    },
    vulnerable: {
      ja: 'ほかのサイトから読み込むスクリプトが、改ざんされていないことを確かめていません（SRI）',
      en: 'Scripts of other sites are not checked for alterations (SRI)',
    },
    why: {
      ja: 'ほかのサイトに置かれたスクリプトを、中身を確かめずに動かしています。その配布元が攻撃されると、このサイトを見た住民の入力内容が盗まれるおそれがあります。実際に、広く使われていた配布元が乗っ取られた例があります。',
      en: 'Scripts that lie on other sites run unchecked. Should their provider be attacked, what residents type here could be stolen; providers in wide use have been taken over before.',
    },
  },
  action: 'http-headers',
  fixes: fixList(`${curl('')} | grep -io '<script[^>]*src=[^>]*>'`, {
    ja: 'スクリプトのファイルを自分のサーバーに置くか、版を固定したアドレスを使い、integrity と crossorigin を付けます。内容が予告なく変わるもの（解析、広告、地図など）には付けられないため、要るものだけに絞ります。',
    en: 'Keep the script on your own server, or use an address with a fixed version and add integrity and crossorigin. Where contents change without notice (statistics, advertisements, maps) it cannot be used: keep only those that are needed.',
    snippet:
      '<script src="https://CDN/LIBRARY-1.2.3.min.js" integrity="sha384-…" crossorigin="anonymous"></script>',
  }),
  references: ['https://www.w3.org/TR/sri-2/', mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const host = new URL(page.url).hostname;
      const scripts = subresourcesOf(page.response.body, page.url).filter(
        ({ tag, url }) =>
          tag.name === 'script' && /^https?:$/.test(url.protocol) && !maybeSameSite(url.hostname, host),
      );
      const [first, ...rest] = scripts.filter(({ tag }) => !hasIntegrity(tag));
      if (first !== undefined) return accuseTags(web, page, [first, ...rest]);
      if (isCutShort(page.response)) return undetermined('page-cut-short');
      return scripts.length === 0 ? notApplicable : safe;
    }),
});

/** Browsers pass over what they cannot read, and then check nothing (SRI §3.3). */
function hasIntegrity({ attributes }: Tag): boolean {
  return /(?:^|\s)sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}/.test(attributes.get('integrity') ?? '');
}
