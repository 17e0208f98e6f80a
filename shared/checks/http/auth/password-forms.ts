import { type Tag, tagsOf } from '../html.ts';

/** A form that asks for a password, with where it sends it. */
export interface PasswordForm {
  /** undefined for an action that is no web address, such as `javascript:`. */
  readonly target: URL | undefined;
  /** The tags that show it, as they stand in the page. */
  readonly form: string | undefined;
  readonly input: string;
}

/** The password fields of a page; a form without an action sends to the page's own address (WHATWG HTML §4.10.21.3). */
export function passwordForms(html: string, pageUrl: string): readonly PasswordForm[] {
  const found: PasswordForm[] = [];
  let base = pageUrl;
  let form: Tag | undefined;
  for (const tag of tagsOf(html)) {
    const href = tag.attributes.get('href');
    if (tag.name === 'base' && href !== undefined && base === pageUrl && URL.canParse(href, pageUrl)) {
      base = new URL(href, pageUrl).href;
    }
    if (tag.name === 'form') form = tag.kind === 'start' ? tag : undefined;
    if (tag.name !== 'input' || tag.attributes.get('type')?.trim().toLowerCase() !== 'password') continue;
    const action = tag.attributes.get('formaction') ?? form?.attributes.get('action') ?? '';
    found.push({ target: targetOf(action.trim(), base, pageUrl), form: form?.source, input: tag.source });
  }
  return found;
}

function targetOf(action: string, base: string, pageUrl: string): URL | undefined {
  const from = action === '' ? pageUrl : base;
  if (!URL.canParse(action, from)) return undefined;
  const target = new URL(action, from);
  return target.protocol === 'http:' || target.protocol === 'https:' ? target : undefined;
}
