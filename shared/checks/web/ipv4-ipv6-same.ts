import type { Evidence } from '../../evidence/evidence.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { type Answer, exchangesFor, type HttpEvidence, header, judgePage, proofIn } from '../http/pages.ts';
import { notApplicable, safe } from '../verdicts.ts';

export const ipv4Ipv6Same = defineCheck({
  version: 1,
  needs: ['http-response'],
  estate: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'サイトは IPv4 でも IPv6 でも同じ内容です',
      en: 'The site is the same over IPv4 and IPv6',
    },
    vulnerable: {
      ja: 'サイトの内容が IPv4 と IPv6 で異なります',
      en: 'The site differs between IPv4 and IPv6',
    },
    why: {
      ja: '同じ名前なのに、接続の方式によって違うページや違う設定が返ります。片方だけが古いまま、または守られないまま残っていることがよくあります。',
      en: 'One name gives different pages or settings depending on how one connects. Often one of the two was forgotten: old, or unprotected.',
    },
  },
  action: 'http-headers',
  fixes: fixList('diff <(curl -4 -sSi https://{name}/) <(curl -6 -sSi https://{name}/)', {
    ja: 'Web サーバーの設定で、IPv4 と IPv6 の待ち受けを同じ仮想ホストにまとめます。別のサーバーに接続される場合は、DNS の A と AAAA が同じサーバーを指すようにします。',
    en: 'Let one virtual host listen on both IPv4 and IPv6. Where different servers answer, let A and AAAA point to the same one.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc7084', 'https://internet.nl/faqs/ipv6/'],
  detect: ({ 'http-response': web }, _at, _knowledge, estate) => {
    const other = estate.find((item) => isTwin(web, item));
    if (other?.kind !== 'http-response' || web.endpoint.host.includes(':')) return notApplicable;
    return judgePage(web, (page) => {
      const twin = lastPage(other);
      if (twin === undefined) return notApplicable;
      const differing = features.find(({ of }) => of(page) !== of(twin));
      if (differing === undefined) return safe;
      const proof = [proofIn(web, page, differing.path), proofIn(other, twin, differing.path)] as const;
      return { verdict: 'vulnerable', confidence: 'inferred', proof, detail: differing.detail };
    });
  },
});

/** The same name and port at an address of the other kind. */
function isTwin({ endpoint }: HttpEvidence, other: Evidence): boolean {
  return (
    other.kind === 'http-response' &&
    other.endpoint.name !== null &&
    other.endpoint.name === endpoint.name &&
    other.endpoint.port === endpoint.port &&
    other.endpoint.host.includes(':') !== endpoint.host.includes(':')
  );
}

function lastPage(evidence: HttpEvidence): Answer | undefined {
  const last = exchangesFor(evidence, 'root', 'redirected').at(-1);
  if (last?.response.outcome !== 'yes') return undefined;
  return { index: last.index, url: last.url, response: last.response.value };
}

/** What stays the same however often a page is asked for. */
const features = [
  {
    of: ({ response }: Answer) => String(response.status),
    path: ['status'],
    detail: { ja: '応答の番号が異なります。', en: 'The status differs.' },
  },
  {
    of: ({ response }: Answer) => /<title[^>]*>([^<]{0,300})/i.exec(response.body)?.[1]?.trim() ?? '',
    path: ['body'],
    detail: { ja: 'ページの題名が異なります。', en: 'The title of the page differs.' },
  },
  ...['strict-transport-security', 'content-security-policy', 'server'].map((name) => ({
    of: ({ response }: Answer) => (header(response, name) ?? '').replaceAll(/'nonce-[^']*'/g, "'nonce'"),
    path: ['headers'],
    detail: { ja: `${name} ヘッダーが異なります。`, en: `The header ${name} differs.` },
  })),
] as const;
