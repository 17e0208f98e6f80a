import { type Tag, tagsOf } from './html.ts';

/** Something a page loads by itself. */
export interface Subresource {
  readonly url: URL;
  /** `active` can alter the page; `passive` is seen or heard only (Mixed Content §3.1). */
  readonly effect: 'active' | 'passive';
  readonly tag: Tag;
}

const active: Readonly<Record<string, string>> = {
  script: 'src',
  iframe: 'src',
  object: 'data',
  embed: 'src',
};
const passive: Readonly<Record<string, string>> = { img: 'src', audio: 'src', video: 'src', source: 'src' };
const mostSubresources = 2000;

/** What the tags of a page load; what scripts add later is not seen. */
export function subresourcesOf(html: string, pageUrl: string): readonly Subresource[] {
  const found: Subresource[] = [];
  let base = pageUrl;
  let templates = 0;
  for (const tag of tagsOf(html)) {
    if (tag.name === 'template') templates += tag.kind === 'start' ? 1 : -1;
    if (tag.kind === 'end' || templates > 0) continue;
    const href = tag.attributes.get('href');
    if (tag.name === 'base' && href !== undefined && base === pageUrl && URL.canParse(href, pageUrl)) {
      base = new URL(href, pageUrl).href;
    }
    const link = linkOf(tag);
    const address = link?.address?.trim() ?? '';
    if (link === undefined || address === '' || !URL.canParse(address, base)) continue;
    found.push({ url: new URL(address, base), effect: link.effect, tag });
    if (found.length >= mostSubresources) break;
  }
  return found;
}

function linkOf(tag: Tag): { address: string | undefined; effect: Subresource['effect'] } | undefined {
  const { name, attributes } = tag;
  if (name === 'link') {
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const isStyle = rel.includes('stylesheet') && !rel.includes('alternate');
    return isStyle ? { address: attributes.get('href'), effect: 'active' } : undefined;
  }
  const [activeIn, passiveIn] = [active[name], passive[name]];
  if (activeIn !== undefined) return { address: attributes.get(activeIn), effect: 'active' };
  return passiveIn === undefined ? undefined : { address: attributes.get(passiveIn), effect: 'passive' };
}
