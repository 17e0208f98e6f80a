import type { Grade } from '@enkaku/shared/model/grade.ts';
import { type Html, html } from './html.ts';

/** 総合評価 as a letter in its colour; the letter alone says it all. */
export function gradeMark(grade: Grade, size: 'small' | 'large' = 'small'): Html {
  return html`<span class="grade grade--${grade} grade--${size}">${grade}</span>`;
}
