import type { Locale } from '../model/text.ts';
import type { Recipient, Sender } from './data.ts';

/** A mail without its form: the same blocks become plain text and MJML, so that neither says less than the other. */
export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  readonly recipient: Recipient;
  readonly sender: Sender;
  readonly blocks: readonly Block[];
  /** Why the recipient gets it, in a sentence. */
  readonly why: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'item'; readonly title: string; readonly lines: readonly string[] }
  /** To be pasted: never wrapped. */
  | { readonly kind: 'code'; readonly text: string };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const facts = (...list: readonly (readonly [label: string, value: string])[]): Block => ({
  kind: 'facts',
  facts: list,
});
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url });

export function labelled(label: string, value: string, locale: Locale): string {
  return locale === 'ja' ? `${label}：${value}` : `${label}: ${value}`.trimEnd();
}
