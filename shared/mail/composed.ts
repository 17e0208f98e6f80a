import type { Letter } from './letter.ts';
import { letterMjml } from './letter-mjml.ts';
import { letterText } from './letter-text.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
}

export function composed(letter: Letter): ComposedMail {
  return { subject: subjectLine(letter.subject), text: letterText(letter), mjml: letterMjml(letter) };
}

/** A header has one line; whatever would end it becomes a space. */
function subjectLine(subject: string): string {
  return subject.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
