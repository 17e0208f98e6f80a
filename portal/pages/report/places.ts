import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedPlace } from '@enkaku/shared/report/present-places.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import type { View } from '../../layout/view.ts';
import { reportText } from './text.ts';

/** 未診断 open for all to see, 問題なし and 対象外 folded. */
export function placeLists(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  return html`<section id="undetermined"><h2>${l.undetermined}</h2>
      ${report.undetermined.length === 0 ? html`<p>${l.none}</p>` : html`<p>${l.undeterminedLead}</p>${placeTable(view, report.undetermined, l.notConfirmed)}`}</section>
    <section id="passed"><h2>${l.passed}</h2>${folded(view, report.passed, l.confirmedSafe)}</section>
    <section id="not-applicable"><h2>${l.notApplicable}</h2>${folded(view, report.notApplicable, l.item, l.notApplicableLead)}</section>`;
}

function folded(view: View, places: readonly PresentedPlace[], heading: string, lead?: string): Html {
  const l = speak(labels, view.locale);
  if (places.length === 0) return html`<p>${l.none}</p>`;
  const count = places.reduce((total, place) => total + place.checks.length, 0);
  return html`<details><summary>${speak(reportText, view.locale).countOf(count)}</summary>
    ${lead === undefined ? nothing : html`<p>${lead}</p>`}${placeTable(view, places, heading)}</details>`;
}

function placeTable(view: View, places: readonly PresentedPlace[], heading: string): Html {
  const l = speak(labels, view.locale);
  const reasons = places.some((place) => place.reason !== null);
  return html`<table class="table">
    <thead><tr><th scope="col">${l.place}</th><th scope="col">${heading}</th>${reasons ? html`<th scope="col">${l.reason}</th>` : nothing}</tr></thead>
    <tbody>${places.map(
      (place) => html`<tr><th scope="row" data-label="${l.place}"><bdi>${place.place}</bdi></th>
        <td data-label="${heading}"><ul class="plain-list">${place.checks.map((check) => html`<li>${check.title}</li>`)}</ul></td>
        ${reasons ? html`<td data-label="${l.reason}">${place.reason ?? ''}</td>` : nothing}</tr>`,
    )}</tbody></table>`;
}
