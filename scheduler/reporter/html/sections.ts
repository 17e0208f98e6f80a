import type { Locale } from '@enkaku/shared/model/text.ts';
import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedPlace } from '@enkaku/shared/report/present-places.ts';
import { confidenceWords, labels } from '@enkaku/shared/report/words.ts';
import { html } from 'hono/html';

export function overview({ locale, grade, summary, facts }: PresentedReport) {
  const provisional = grade.provisional;
  return html`
<section class="overview" aria-label="${labels.grade[locale]}">
<div>
<p>${labels.grade[locale]}</p>
<p class="letter grade-${grade.letter}"><span>${grade.letter}</span>${provisional === null ? '' : html`<small>${labels.provisional[locale]}</small>`}</p>
</div>
<div>
${summary.map((sentence) => html`<p>${sentence}</p>`)}
${provisional === null ? '' : html`<p class="provisional">${provisional}</p>`}
</div>
</section>
<dl class="facts">${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

const barWidth = 200;

/** Counted and drawn: what is compared is seen as well as read. */
export function counts({ locale, counts }: PresentedReport) {
  const most = Math.max(1, ...counts.map(({ verified, inferred }) => verified + inferred));
  const length = (count: number) => Math.round((count / most) * barWidth);
  return html`
<div class="scroll"><table>
<thead><tr><th scope="col">${labels.severity[locale]}</th><th scope="col" class="number">${confidenceWords.verified[locale]}</th><th scope="col" class="number">${confidenceWords.inferred[locale]}</th><th scope="col" class="number">${labels.total[locale]}</th><td aria-hidden="true"></td></tr></thead>
<tbody>${counts.map(
    ({ severity, label, verified, inferred }) => html`
<tr><th scope="row"><span class="severity ${severity}">${label}</span></th><td class="number">${verified}</td><td class="number">${inferred}</td><td class="number">${verified + inferred}</td>
<td aria-hidden="true"><svg width="${barWidth}" height="20" viewBox="0 0 ${barWidth} 20"><rect class="bar ${severity}" x="0" y="2" width="${length(verified)}" height="16"/><rect class="bar ${severity}" opacity="0.5" x="${length(verified)}" y="2" width="${length(inferred)}" height="16"/></svg></td></tr>`,
  )}</tbody>
</table></div>`;
}

export function actions({ locale, actions, moreActions }: PresentedReport) {
  if (actions.length === 0) return html`<p>${labels.noActions[locale]}</p>`;
  const columns = ['number', 'action', 'severity', 'host', 'product', 'closes', 'due'] as const;
  return html`
<div class="scroll"><table>
<caption>${labels.actionsLead[locale]}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${labels[column][locale]}</th>`)}</tr></thead>
<tbody>${actions.map(
    (action) => html`
<tr><td class="number">${action.number}</td><th scope="row">${action.title}</th><td><span class="severity ${action.severity}">${action.severityLabel}</span></td><td>${action.host}</td><td>${action.product}</td>
<td>${action.closes.map((number) => html`<a href="#finding-${number}">${number}</a> `)}</td><td>${action.due.text}</td></tr>`,
  )}</tbody>
</table></div>
${moreActions === null ? '' : html`<p>${moreActions}</p>`}`;
}

export function hosts({ locale, hosts, load }: PresentedReport) {
  return html`
<div class="scroll"><table>
<thead><tr><th scope="col">${labels.host[locale]}</th><th scope="col">${labels.grade[locale]}</th><th scope="col">${labels.services[locale]}</th></tr></thead>
<tbody>${hosts.map(
    ({ address, name, grade, reachability, services }) => html`
<tr><th scope="row">${name ?? address}${name === null || name === address ? '' : html`<br><span class="place">${address}</span>`}<br><span class="chip">${reachability}</span></th>
<td><span class="small grade-${grade}">${grade}</span></td>
<td>${services.length === 0 ? labels.noServices[locale] : html`<ul>${services.map((service) => html`<li>${service}</li>`)}</ul>`}</td></tr>`,
  )}</tbody>
</table></div>
<p><strong>${labels.load[locale]}</strong> ${load}</p>`;
}

export function places(rows: readonly PresentedPlace[], lead: string | null, column: string, locale: Locale) {
  if (rows.length === 0) return html`<p>${labels.none[locale]}</p>`;
  const withReason = rows.some(({ reason }) => reason !== null);
  return html`
<div class="scroll"><table>
${lead === null ? '' : html`<caption>${lead}</caption>`}
<thead><tr><th scope="col">${labels.place[locale]}</th><th scope="col">${column}</th>${withReason ? html`<th scope="col">${labels.reason[locale]}</th>` : ''}</tr></thead>
<tbody>${rows.map(
    ({ place, reason, checks }) => html`
<tr><th scope="row">${place}</th><td><ul>${checks.map(({ id, title }) => html`<li title="${id}">${title}</li>`)}</ul></td>${withReason ? html`<td>${reason ?? ''}</td>` : ''}</tr>`,
  )}</tbody>
</table></div>`;
}

export function conditions({ conditions }: PresentedReport) {
  return html`<ul>${conditions.map((condition) => html`<li>${condition}</li>`)}</ul>`;
}

export function criteria({ grade }: PresentedReport) {
  return html`
<div class="scroll"><table><tbody>${grade.criteria.map(
    ({ letter, text, current }) => html`
<tr${current ? html` class="current" aria-current="true"` : ''}><th scope="row"><span class="small grade-${letter}">${letter}</span></th><td>${text}</td></tr>`,
  )}</tbody></table></div>
<p>${grade.note}</p>`;
}
