import { speak } from './catalogue.ts';
import { formTokenInput } from './form-token-input.ts';
import { type Html, html } from './html.ts';
import { layoutText } from './text.ts';
import type { View } from './view.ts';

/** 緊急停止, one click from every page while something runs. */
export function runningBanner(view: View): Html {
  const t = speak(layoutText, view.locale);
  return html`${view.running.map(
    (one) => html`<section class="running-banner" aria-label="${t.running(one.organisationName)}">
      <p><span class="pulse" aria-hidden="true"></span>${t.running(one.organisationName)}
        <a href="/reservations/${one.id}">${t.watch}</a></p>
      <form method="post" action="/reservations/${one.id}/stop">${formTokenInput(view)}
        <button class="button button--danger">${t.stop}</button>
      </form>
    </section>`,
  )}`;
}
