import type { listMembers } from '@enkaku/shared/db/membership.ts';
import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import { speak } from '../../layout/catalogue.ts';
import { choices } from '../../layout/choices.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { centreStaff, readers } from '../../policies/rule.ts';
import { roleText } from '../invitation/text.ts';
import { organisationKindText, organisationText } from './text.ts';

export function organisationListPage(view: View, organisations: readonly OrganisationRow[]): Html {
  const t = speak(organisationText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<div class="title-row"><h1>${t.title}</h1><a class="button button--primary" href="/organisations/new">${t.add}</a></div>
      <table class="table">
        <thead><tr><th scope="col">${t.name}</th><th scope="col">${t.kind}</th><th scope="col">${t.code}</th></tr></thead>
        <tbody>${organisations.map(
          (
            one,
          ) => html`<tr><th scope="row" data-label="${t.name}"><a href="/organisations/${one.id}"><bdi>${one.name}</bdi></a></th>
            <td data-label="${t.kind}">${organisationKindText[one.kind][view.locale]}</td>
            <td data-label="${t.code}">${one.municipalityCode ?? '—'}</td></tr>`,
        )}</tbody>
      </table>`,
  });
}

export function newOrganisationPage(view: View, filled: Filled): Html {
  const t = speak(organisationText, view.locale);
  const { locale } = view;
  const kinds = (['municipality', 'prefecture'] as const).map((kind) => ({
    value: kind,
    label: organisationKindText[kind][locale],
  }));
  return layout(view, {
    title: t.add,
    main: html`<h1>${t.add}</h1>${errorSummary(locale, filled.errors)}
      <form method="post" action="/organisations/new" novalidate>${formTokenInput(view)}
        ${field(locale, filled, { name: 'name', label: t.name, support: t.nameSupport, need: 'required', size: 'medium' })}
        ${choices(locale, filled, { name: 'kind', label: t.kind, options: kinds })}
        ${field(locale, filled, { name: 'code', label: t.code, support: t.codeSupport, need: 'required', inputmode: 'numeric', size: 'short' })}
        <button class="button button--primary">${t.save}</button>
      </form>`,
  });
}

export interface OrganisationModel {
  readonly organisation: OrganisationRow;
  readonly members: Awaited<ReturnType<typeof listMembers>>;
  /** Shown once, right after it was made. */
  readonly invitation?: { readonly email: string; readonly link: string };
}

/** Roles that can be given in an organisation: the centre's own people and everybody else's differ. */
export function rolesFor(kind: OrganisationRow['kind']): readonly Role[] {
  return kind === 'centre' ? centreStaff : readers;
}

export function organisationPage(view: View, filled: Filled, model: OrganisationModel): Html {
  const t = speak(organisationText, view.locale);
  const { locale } = view;
  const { organisation, members, invitation } = model;
  const roles = rolesFor(organisation.kind).map((role) => ({ value: role, label: roleText[role][locale] }));
  return layout(view, {
    title: organisation.name,
    main: html`<p class="kicker">${organisationKindText[organisation.kind][locale]} ${organisation.municipalityCode ?? ''}</p>
      <h1><bdi>${organisation.name}</bdi></h1>
      ${errorSummary(locale, filled.errors)}
      ${
        invitation === undefined
          ? nothing
          : html`<div class="notice notice--success" role="status"><p>${t.invited(invitation.email)}</p>
        <p><a class="breakable" id="invitation-link" href="${invitation.link}">${invitation.link}</a></p></div>`
      }
      <h2>${t.members}</h2>
      ${
        members.length === 0
          ? html`<p class="empty">${t.noMembers}</p>`
          : html`<table class="table"><thead><tr><th scope="col">${t.personName}</th><th scope="col">${t.email}</th><th scope="col">${t.role}</th></tr></thead>
        <tbody>${members.map(
          (
            one,
          ) => html`<tr><th scope="row" data-label="${t.personName}"><bdi>${one.name}</bdi></th><td data-label="${t.email}"><bdi>${one.email}</bdi></td>
          <td data-label="${t.role}">${roleText[one.role][locale]}</td></tr>`,
        )}</tbody></table>`
      }
      <section class="card"><h2>${t.inviteTitle}</h2>
        <form method="post" action="/organisations/${organisation.id}" novalidate>${formTokenInput(view)}
          ${field(locale, filled, { name: 'email', label: t.email, need: 'required', type: 'email', size: 'medium' })}
          ${choices(locale, filled, { name: 'role', label: t.role, options: roles })}
          <button class="button button--primary">${t.invite}</button>
        </form></section>`,
  });
}
