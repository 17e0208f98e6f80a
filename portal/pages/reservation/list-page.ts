import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { formatWindow } from '@enkaku/shared/model/format-date.ts';
import type { Grade } from '@enkaku/shared/model/grade.ts';
import type { ReportId } from '@enkaku/shared/model/id.ts';
import { speak } from '../../layout/catalogue.ts';
import { gradeMark } from '../../layout/grade-mark.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { reservationText, stateText } from './text.ts';

export interface ListedReservation {
  readonly reservation: ReservationRow;
  readonly report: { readonly id: ReportId; readonly grade: Grade } | undefined;
}

export function reservationListPage(
  view: View,
  listed: readonly ListedReservation[],
  mayBook: boolean,
): Html {
  const t = speak(reservationText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<div class="title-row"><h1>${t.title}</h1>
        ${mayBook ? html`<a class="button button--primary" href="/reservations/new">${t.book}</a>` : nothing}</div>
      ${listed.length === 0 ? html`<p class="empty">${t.empty}</p>` : reservationTable(view, listed)}`,
  });
}

export function reservationTable(view: View, listed: readonly ListedReservation[]): Html {
  const t = speak(reservationText, view.locale);
  return html`<table class="table">
    <thead><tr><th scope="col">${t.window}</th><th scope="col">${t.state}</th><th scope="col">${t.grade}</th></tr></thead>
    <tbody>${listed.map(
      ({ reservation, report }) => html`<tr>
        <th scope="row" data-label="${t.window}"><a href="/reservations/${reservation.id}">${formatWindow(reservation, view.locale)}</a></th>
        <td data-label="${t.state}"><span class="badge badge--${reservation.state}">${stateText[reservation.state][view.locale]}</span></td>
        <td data-label="${t.grade}">${report === undefined ? '—' : html`<a class="grade-link" href="/reports/${report.id}">${gradeMark(report.grade)} ${t.report}</a>`}</td>
      </tr>`,
    )}</tbody></table>`;
}
