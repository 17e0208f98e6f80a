import type { Text } from './text.ts';

/** An error that someone can act on: a `code` for programs, a sentence for the person concerned. */
export abstract class EnkakuError extends Error {
  abstract readonly code: string;
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
