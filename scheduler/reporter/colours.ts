import type { Grade } from '@enkaku/shared/model/grade.ts';
import type { Severity } from '@enkaku/shared/model/severity.ts';

/** デジタル庁デザインシステム, the tokens that a report uses; files stand alone, so the values stand here. */
export const colour = {
  key: '#0017c1',
  keyLight: '#e8f1fe',
  text: '#1a1a1a',
  quiet: '#4d4d4d',
  line: '#cccccc',
  ground: '#f2f2f2',
  white: '#ffffff',
  warningGround: '#fff0b3',
  warningLine: '#927200',
} as const;

/** Text on white of 4.5:1 and more; the word always stands beside the colour. */
export const severityColour: Readonly<Record<Severity, string>> = {
  critical: '#a90000',
  high: '#ce0000',
  medium: '#ac3e00',
  low: '#806300',
  info: '#0055ad',
};

export const gradeColour: Readonly<Record<Grade, string>> = {
  A: '#115a36',
  B: '#197a4b',
  C: '#806300',
  D: '#c74700',
  E: '#a90000',
};
