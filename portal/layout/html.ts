import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup in which everything foreign is escaped already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export { html, raw };

export const nothing = raw('') as Html;
