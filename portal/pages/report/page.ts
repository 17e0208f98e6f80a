import { type PresentedReport, presentReport } from '@enkaku/shared/report/present.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { speak } from '../../layout/catalogue.ts';
import { gradeMark } from '../../layout/grade-mark.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { actionTable } from './actions.ts';
import { findingList } from './findings.ts';
import { placeLists } from './places.ts';
import type { StoredReport } from './read-report.ts';
import { severityChart } from './severity-chart.ts';
import { reportText } from './text.ts';

/** 診断結果報告書 as a page: grade and actions first, then each finding, then everything that was looked at. */
export function reportPage(view: View, stored: StoredReport, sourceAddresses: readonly string[]): Html {
  const report = presentReport(stored.report, view.locale, {
    about: {
      organisation: stored.organisationName,
      reportId: stored.id,
      window: stored.window,
      sourceAddresses,
    },
  });
  const l = speak(labels, view.locale);
  const t = speak(reportText, view.locale);
  return layout(view, {
    title: `${report.title} ${report.grade.letter}`,
    width: 'wide',
    main: html`<p class="handling"><strong>${report.handling.mark}</strong> ${report.handling.rule}</p>
      <h1>${report.title}</h1>
      ${
        stored.supersededBy === undefined
          ? nothing
          : html`<p class="notice">${t.superseded} <a href="/reports/${stored.supersededBy}">${t.openNewer}</a></p>`
      }
      <div class="report-head">${gradeSection(view, report)}${summarySection(view, report)}</div>
      ${downloads(view, stored)}
      <section id="actions"><h2>${l.actions}</h2>${actionTable(view, report)}</section>
      <section id="findings"><h2>${l.findings}</h2>${findingList(view, report)}</section>
      <section id="hosts"><h2>${l.hosts}</h2>${hostTable(view, report)}</section>
      ${placeLists(view, report)}
      <section id="about"><h2>${l.conditions}</h2>
        <ul>${report.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
        <dl class="facts">${report.facts.map((fact) => html`<dt>${fact.label}</dt><dd class="prewrap"><bdi>${fact.value}</bdi></dd>`)}
          <dt>${l.load}</dt><dd>${report.load}</dd></dl>
      </section>
      <p class="button-row no-print"><a class="button button--primary" href="/reservations/new">${t.retest}</a>
        <a class="button button--secondary" href="/reservations/${stored.reservationId}">${t.reservation}</a></p>`,
  });
}

function gradeSection(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  const { grade } = report;
  return html`<section class="grade-card" aria-labelledby="grade-title">
    <h2 id="grade-title">${l.grade}</h2>
    <p class="grade-card__mark">${gradeMark(grade.letter, 'large')}${grade.provisional === null ? nothing : html`<span class="badge badge--pending">${l.provisional}</span>`}</p>
    <p>${grade.meaning}</p>
    ${grade.provisional === null ? nothing : html`<p class="notice">${grade.provisional}</p>`}
    <details><summary>${l.gradeCriteria}</summary>
      <dl class="criteria">${grade.criteria.map(
        (one) =>
          html`<dt>${gradeMark(one.letter)}</dt><dd ${one.current ? html`aria-current="true"` : nothing}>${one.text}</dd>`,
      )}</dl><p>${grade.note}</p></details>
  </section>`;
}

function summarySection(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  return html`<section class="summary-card" aria-labelledby="summary-title"><h2 id="summary-title">${l.summary}</h2>
    ${report.summary.map((sentence) => html`<p>${sentence}</p>`)}
    ${severityChart(view, report)}
  </section>`;
}

function downloads(view: View, stored: StoredReport): Html {
  if (stored.files.length === 0) return nothing;
  const t = speak(reportText, view.locale);
  return html`<nav class="downloads no-print" aria-label="${t.downloads}"><h2>${t.downloads}</h2>
    <ul>${stored.files.map(
      (file) =>
        html`<li><a class="button button--secondary" href="/reports/${stored.id}/files/${encodeURIComponent(file.name)}" download>${file.name} <small>${kilobytes(file.size)}</small></a></li>`,
    )}</ul></nav>`;
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function hostTable(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  return html`<table class="table">
    <thead><tr><th scope="col">${l.host}</th><th scope="col">${l.grade}</th><th scope="col">${l.services}</th></tr></thead>
    <tbody>${report.hosts.map(
      (
        host,
      ) => html`<tr><th scope="row" data-label="${l.host}"><bdi>${host.name ?? host.address}</bdi>${host.name === null ? nothing : html`<br><small><bdi>${host.address}</bdi></small>`}</th>
        <td data-label="${l.grade}">${gradeMark(host.grade)} <small>${host.reachability}</small></td>
        <td data-label="${l.services}">${host.services.length === 0 ? l.noServices : html`<ul class="plain-list">${host.services.map((service) => html`<li><bdi>${service}</bdi></li>`)}</ul>`}</td></tr>`,
    )}</tbody></table>`;
}
