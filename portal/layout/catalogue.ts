import type { Locale, Text } from '@enkaku/shared/model/text.ts';

// biome-ignore lint/suspicious/noExplicitAny: only the shape "function that gives a Text" matters here
type Phrase = Text | ((...args: any[]) => Text);
/** The words of one page: whole sentences in both languages; numbers and names are arguments. */
export type Catalogue = Readonly<Record<string, Phrase>>;

type Spoken<P> = P extends (...args: infer A) => Text ? (...args: A) => string : string;

/** The catalogue in one language. */
export function speak<const C extends Catalogue>(
  catalogue: C,
  locale: Locale,
): { readonly [K in keyof C]: Spoken<C[K]> } {
  const spoken = Object.entries(catalogue).map(([key, phrase]) => [
    key,
    typeof phrase === 'function' ? (...args: unknown[]) => phrase(...args)[locale] : phrase[locale],
  ]);
  return Object.fromEntries(spoken);
}
