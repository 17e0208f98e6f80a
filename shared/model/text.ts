export type Locale = 'ja' | 'en';
export const locales: readonly Locale[] = ['ja', 'en'];

/** A whole sentence in every language; a missing one does not compile. */
export type Text = Readonly<Record<Locale, string>>;
