import type { Text } from '@enkaku/shared/model/text.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { problemText } from './text.ts';

export interface ProblemModel {
  readonly status: 400 | 403 | 404 | 409 | 413 | 500;
  readonly text: Text;
  /** Names the log line of an error of ours; it tells nothing else. */
  readonly reference?: string;
}

/** What went wrong, in a sentence for the person concerned, without internals. */
export function problemPage(view: View, model: ProblemModel): Html {
  const t = speak(problemText, view.locale);
  const title = t[model.status];
  return layout(view, {
    title,
    main: html`<h1>${title}</h1>
      <p class="lead">${model.text[view.locale]}</p>
      ${model.reference === undefined ? nothing : html`<p>${t.reference}: <code>${model.reference}</code></p>`}
      <p><a class="button button--secondary" href="/">${t.home}</a></p>`,
  });
}
