import type { JobRow } from '@enkaku/shared/db/job.ts';
import type { ReservationState } from '@enkaku/shared/db/tables/reservation.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { jobStateText, reservationText } from './text.ts';

export interface Progress {
  readonly state: ReservationState;
  readonly jobs: readonly JobRow[];
}

/** States in which something may still change by itself. */
export function isLive(state: ReservationState): boolean {
  return state === 'confirmed' || state === 'running' || state === 'judging';
}

/** Host by host; the same markup on the page and in the live stream. */
export function progressPanel(locale: Locale, progress: Progress): Html {
  const t = speak(reservationText, locale);
  const { jobs, state } = progress;
  if (jobs.length === 0) return html`<p>${state === 'confirmed' ? t.notYet : t.waiting}</p>`;
  const done = jobs.filter((job) => job.state !== 'queued' && job.state !== 'leased').length;
  return html`<p class="progress__summary"><progress max="${jobs.length}" value="${done}">${done}/${jobs.length}</progress>
      <span>${t.progressSummary(done, jobs.length)}</span></p>
    <table class="table table--dense">
      <thead><tr><th scope="col">${t.host}</th><th scope="col">${t.state}</th><th scope="col">${t.doing}</th><th scope="col">${t.share}</th></tr></thead>
      <tbody>${jobs.map(
        (job) => html`<tr><th scope="row" data-label="${t.host}"><bdi>${job.host}</bdi></th>
          <td data-label="${t.state}"><span class="badge badge--${job.state}">${jobStateText[job.state][locale]}</span></td>
          <td data-label="${t.doing}">${job.state === 'leased' ? html`<bdi>${job.doing}</bdi>` : nothing}</td>
          <td data-label="${t.share}">${job.totalCount === 0 ? '' : `${job.doneCount}/${job.totalCount}`}</td></tr>`,
      )}</tbody>
    </table>`;
}
