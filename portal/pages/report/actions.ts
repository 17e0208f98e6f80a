import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import type { View } from '../../layout/view.ts';

/** 対応: at most ten, the most urgent first. */
export function actionTable(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  if (report.actions.length === 0) return html`<p>${l.noActions}</p>`;
  return html`<p>${l.actionsLead}</p><table class="table">
    <thead><tr><th scope="col">${l.number}</th><th scope="col">${l.severity}</th><th scope="col">${l.action}</th><th scope="col">${l.host}</th><th scope="col">${l.closes}</th><th scope="col">${l.due}</th></tr></thead>
    <tbody>${report.actions.map(
      (action) => html`<tr><td data-label="${l.number}">${action.number}</td>
        <td data-label="${l.severity}"><span class="severity severity--${action.severity}">${action.severityLabel}</span></td>
        <th scope="row" data-label="${l.action}">${action.title}<br><small><bdi>${action.product}</bdi></small></th>
        <td class="table__address" data-label="${l.host}"><bdi>${action.host}</bdi></td>
        <td data-label="${l.closes}">${action.closes.map((number) => html`<a class="finding-number" href="#finding-${number}">${number}</a> `)}</td>
        <td data-label="${l.due}">${action.due.text}</td></tr>`,
    )}</tbody></table>
    ${report.moreActions === null ? nothing : html`<p>${report.moreActions}</p>`}`;
}
