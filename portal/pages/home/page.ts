import { formatWindow } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { gradeMark } from '../../layout/grade-mark.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { type ListedReservation, reservationTable } from '../reservation/list-page.ts';
import { nextStep, type Standing } from './next-step.ts';
import { homeText } from './text.ts';

export interface HomeModel {
  readonly organisationName: string;
  readonly standing: Standing;
  readonly upcoming: ListedReservation | undefined;
  readonly latest: ListedReservation['report'];
  readonly recent: readonly ListedReservation[];
}

export function homePage(view: View, model: HomeModel): Html {
  const t = speak(homeText, view.locale);
  const { standing, upcoming, latest } = model;
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<h1>${t.greeting(model.organisationName)}</h1>
      ${nextSection(view, model)}
      <div class="tiles">
        <section class="tile"><h2>${t.latest}</h2>
          ${latest === undefined ? html`<p class="empty">${t.noReport}</p>` : html`<p class="tile__grade">${gradeMark(latest.grade, 'large')}</p><p><a href="/reports/${latest.id}">${t.fixDo}</a></p>`}</section>
        <section class="tile"><h2>${t.nextReservation}</h2>
          ${upcoming === undefined ? html`<p class="empty">${t.noReservation}</p>` : html`<p>${formatWindow(upcoming.reservation, view.locale)}</p><p><a href="/reservations/${upcoming.reservation.id}">${t.waitDo}</a></p>`}</section>
        <section class="tile"><h2>${t.assetCount}</h2><p>${t.provenOf(standing.proven, standing.assets)}</p><p><a href="/assets">${t.assetCount}</a></p></section>
      </div>
      ${model.recent.length === 0 ? nothing : html`<section><h2>${t.recent}</h2>${reservationTable(view, model.recent)}</section>`}`,
  });
}

function nextSection(view: View, model: HomeModel): Html {
  const t = speak(homeText, view.locale);
  const { standing, upcoming, latest } = model;
  const step = nextStep(standing);
  const words = step === 'prove' ? t.prove(standing.assets - standing.proven) : t[step];
  const to = {
    addAssets: '/assets/new',
    prove: '/assets',
    book: '/reservations/new',
    wait: `/reservations/${upcoming?.reservation.id ?? ''}`,
    fix: `/reports/${latest?.id ?? ''}`,
  }[step];
  return html`<section class="next" aria-labelledby="next-title"><h2 id="next-title">${t.nextTitle}</h2>
    <p>${words}</p><p><a class="button button--primary" href="${to}">${t[`${step}Do`]}</a></p></section>`;
}

export function centreHomePage(view: View, organisationName: string, pendingApprovals: number): Html {
  const t = speak(homeText, view.locale);
  return layout(view, {
    title: t.title,
    main: html`<p class="kicker">${organisationName}</p><h1>${t.centreTitle}</h1>
      <div class="tiles">
        <section class="tile"><h2>${t.approvals(pendingApprovals)}</h2><p><a class="button button--primary" href="/approvals">${t.approvalsDo}</a></p></section>
        <section class="tile"><h2>${t.runningNow(view.running.length)}</h2><p><a class="button button--secondary" href="/organisations">${t.organisationsDo}</a></p></section>
      </div>`,
  });
}

export function nowherePage(view: View): Html {
  const t = speak(homeText, view.locale);
  return layout(view, { title: t.title, main: html`<h1>${t.title}</h1><p class="empty">${t.nowhere}</p>` });
}
