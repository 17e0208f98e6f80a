import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html } from '../../layout/html.ts';
import type { View } from '../../layout/view.ts';
import { reportText } from './text.ts';

/** Findings by severity: a bar and its number, so that the drawing says nothing that the words do not. */
export function severityChart(view: View, report: PresentedReport): Html {
  const l = speak(labels, view.locale);
  const t = speak(reportText, view.locale);
  const most = Math.max(1, ...report.counts.map(({ verified, inferred }) => verified + inferred));
  return html`<table class="chart"><caption>${l.counts}</caption>
    <tbody>${report.counts.map(({ severity, label, verified, inferred }) => {
      const width = Math.round((100 * (verified + inferred)) / most);
      return html`<tr><th scope="row"><span class="severity severity--${severity}">${label}</span></th>
        <td class="chart__bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar bar--${severity}" width="${width}" height="10"/></svg></td>
        <td class="chart__count">${t.countOf(verified + inferred)}<small>${t.verifiedAnd(verified, inferred)}</small></td></tr>`;
    })}</tbody></table>`;
}
