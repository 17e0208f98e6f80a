import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import type { StopRow } from '@enkaku/shared/db/stop.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { choices } from '../../layout/choices.ts';
import { errorSummary, type Filled, field, fieldError, fieldLabel } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { scopeText, stopText } from './text.ts';

export interface StopModel {
  readonly stops: readonly StopRow[];
  readonly organisations: readonly OrganisationRow[];
  /** Names of the people who placed stops, by their id. */
  readonly people: ReadonlyMap<string, string>;
}

export function stopPage(view: View, filled: Filled, model: StopModel): Html {
  const t = speak(stopText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<h1>${t.title}</h1><p class="lead">${t.lead}</p>
      ${errorSummary(view.locale, filled.errors)}
      <h2>${t.inForce}</h2>
      ${model.stops.length === 0 ? html`<p class="empty">${t.none}</p>` : stopTable(view, model)}
      ${stopForm(view, filled, model)}`,
  });
}

function stopTable(view: View, { stops, organisations, people }: StopModel): Html {
  const t = speak(stopText, view.locale);
  const { locale } = view;
  const nameOf = ({ scope, subject }: StopRow) =>
    scope === 'organisation' ? (organisations.find(({ id }) => id === subject)?.name ?? subject) : subject;
  return html`<table class="table">
    <thead><tr><th scope="col">${t.scope}</th><th scope="col">${t.reason}</th><th scope="col">${t.placedAt}</th><th scope="col">${t.placedBy}</th><th scope="col"></th></tr></thead>
    <tbody>${stops.map(
      (
        stop,
      ) => html`<tr><th scope="row" data-label="${t.scope}">${scopeText[stop.scope][locale]} <bdi>${nameOf(stop)}</bdi></th>
        <td data-label="${t.reason}"><bdi>${stop.reason}</bdi></td>
        <td data-label="${t.placedAt}">${formatInstant(stop.placedAt, locale)}</td>
        <td data-label="${t.placedBy}"><bdi>${people.get(stop.placedBy) ?? stop.placedBy}</bdi></td>
        <td><form method="post" action="/stops/${stop.id}/lift">${formTokenInput(view)}<button class="button button--secondary">${t.lift}</button></form></td></tr>`,
    )}</tbody></table>`;
}

function stopForm(view: View, filled: Filled, { organisations }: StopModel): Html {
  const t = speak(stopText, view.locale);
  const { locale } = view;
  const scopes = (['host', 'organisation', 'everything'] as const).map((value) => ({
    value,
    label: scopeText[value][locale],
  }));
  const chosen = filled.values.organisation;
  return html`<form class="card" method="post" action="/stops" novalidate>${formTokenInput(view)}
    ${choices(locale, filled, { name: 'scope', label: t.scope, options: scopes, initial: 'host' })}
    ${field(locale, filled, { name: 'host', label: t.host, support: t.hostSupport, need: 'optional', size: 'medium' })}
    <div class="field">${fieldLabel(locale, { name: 'organisation', label: t.organisation, need: 'optional' })}
      <select class="input input--medium" id="organisation" name="organisation"><option value=""></option>
        ${organisations.map(({ id, name }) => html`<option value="${id}" ${id === chosen ? html`selected` : html``}>${name}</option>`)}
      </select>${fieldError(locale, 'organisation', filled.errors.organisation)}</div>
    ${field(locale, filled, { name: 'reason', label: t.reason, support: t.reasonSupport, need: 'required' })}
    <button class="button button--danger">${t.place}</button></form>`;
}
