import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import type { ConsentRow } from '@enkaku/shared/db/consent.ts';
import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { formatInstant, formatWindow } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { gradeMark } from '../../layout/grade-mark.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import type { ListedReservation } from './list-page.ts';
import { isLive, type Progress, progressPanel } from './progress.ts';
import { reservationText, stateText } from './text.ts';

export interface ReservationModel extends Progress {
  readonly reservation: ReservationRow;
  readonly organisationName: string;
  readonly assets: readonly AssetRow[];
  readonly contact: ContactRow | undefined;
  readonly consent: ConsentRow | undefined;
  readonly report: ListedReservation['report'];
  readonly stoppedByName: string;
  readonly may: { readonly cancel: boolean; readonly stop: boolean; readonly readReport: boolean };
}

const refreshSeconds = 10;

export function reservationPage(view: View, model: ReservationModel): Html {
  const t = speak(reservationText, view.locale);
  const { reservation } = model;
  const live = isLive(reservation.state);
  return layout(view, {
    title: t.one,
    ...(live ? { refreshSeconds } : {}),
    main: html`<p class="kicker"><bdi>${model.organisationName}</bdi></p>
      <h1>${formatWindow(reservation, view.locale)}</h1>
      <p><span class="badge badge--${reservation.state} badge--large">${stateText[reservation.state][view.locale]}</span></p>
      ${outcome(view, model)}
      ${live ? progressSection(view, model) : nothing}
      ${facts(view, model)}
      ${actions(view, model)}
      ${
        model.consent === undefined
          ? nothing
          : html`<details class="card"><summary>${t.consent}</summary>
        <p>${formatInstant(model.consent.acceptedAt, view.locale)}</p><p class="prewrap"><bdi>${model.consent.text}</bdi></p></details>`
      }`,
  });
}

function outcome(view: View, model: ReservationModel): Html {
  const t = speak(reservationText, view.locale);
  const { reservation, report } = model;
  return html`${
    reservation.stoppedAt === null
      ? nothing
      : html`<p class="notice">${t.stoppedAt(formatInstant(reservation.stoppedAt, view.locale), model.stoppedByName)}</p>`
  }
  ${
    reservation.failure === null
      ? nothing
      : html`<div class="notice notice--error"><h2>${t.failure}</h2><p><bdi>${reservation.failure}</bdi></p>
      <p><a href="/reservations/new">${t.again}</a></p></div>`
  }
  ${
    report === undefined || !model.may.readReport
      ? nothing
      : html`<p class="report-entry">${gradeMark(report.grade, 'large')}
      <a class="button button--primary" id="open-report" href="/reports/${report.id}">${t.openReport}</a></p>`
  }`;
}

function progressSection(view: View, model: ReservationModel): Html {
  const t = speak(reservationText, view.locale);
  return html`<section class="card" aria-labelledby="progress-title"><h2 id="progress-title">${t.progress}</h2>
    <div id="progress" data-events="/reservations/${model.reservation.id}/events?shown=${model.reservation.state}">${progressPanel(view.locale, model)}</div>
    <p class="no-script"><a href="/reservations/${model.reservation.id}">${t.refresh}</a></p>
  </section>`;
}

function facts(view: View, model: ReservationModel): Html {
  const t = speak(reservationText, view.locale);
  const { reservation, contact } = model;
  const ports = { default: t.portsDefault, all: t.portsAll }[reservation.ports] ?? reservation.ports;
  return html`<dl class="facts">
    <dt>${t.window}</dt><dd>${formatWindow(reservation, view.locale)}</dd>
    <dt>${t.assets}</dt><dd><ul class="plain-list">${model.assets.map((asset) => html`<li><bdi>${asset.value}</bdi></li>`)}</ul></dd>
    <dt>${t.ports}</dt><dd>${ports}</dd>
    ${contact === undefined ? nothing : html`<dt>${t.contact}</dt><dd><bdi>${contact.name}</bdi><br><bdi>${contact.email}</bdi><br><bdi>${contact.phone}</bdi></dd>`}
  </dl>`;
}

function actions(view: View, model: ReservationModel): Html {
  const t = speak(reservationText, view.locale);
  const { id } = model.reservation;
  return html`${
    model.may.stop
      ? html`<form class="stop-form" method="post" action="/reservations/${id}/stop">${formTokenInput(view)}
      <p>${t.stopWhy}</p><button class="button button--danger">${t.stop}</button></form>`
      : nothing
  }
  ${
    model.may.cancel
      ? html`<form class="quiet-form" method="post" action="/reservations/${id}/cancel">${formTokenInput(view)}
      <p>${t.cancelWhy}</p><button class="button button--secondary">${t.cancel}</button></form>`
      : nothing
  }`;
}
