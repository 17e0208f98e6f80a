import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import { speak } from '../../layout/catalogue.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { invitationText, roleText } from './text.ts';

export interface InvitationModel {
  readonly token: string;
  readonly organisation: string;
  readonly role: Role;
  readonly email: string | null;
}

/** A form for a new account, or one button for somebody who has one. */
export function invitationPage(view: View, filled: Filled, model: InvitationModel): Html {
  const t = speak(invitationText, view.locale);
  const { locale, viewer } = view;
  const fields =
    viewer === undefined
      ? html`${field(locale, filled, { name: 'name', label: t.name, need: 'required', autocomplete: 'name', size: 'medium' })}
        ${field(locale, filled, { name: 'email', label: t.email, need: 'required', type: 'email', autocomplete: 'username', size: 'medium', initial: model.email ?? '' })}
        ${field(locale, filled, { name: 'password', label: t.password, support: t.passwordSupport, need: 'required', type: 'password', autocomplete: 'new-password', size: 'medium' })}`
      : html`<p>${t.joinAs(viewer.email)}</p>`;
  return layout(view, {
    title: t.title,
    main: html`<h1>${t.title}</h1>
      <p class="lead">${t.intro(model.organisation, roleText[model.role])}</p>
      ${errorSummary(locale, filled.errors)}
      <form method="post" action="/invitation/${model.token}" novalidate>${formTokenInput(view)}
        ${fields}
        <button class="button button--primary">${viewer === undefined ? t.create : t.join}</button>
      </form>`,
  });
}
