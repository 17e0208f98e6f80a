import { speak } from '../../layout/catalogue.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { signInText } from './text.ts';

export function signInPage(view: View, filled: Filled, to: string): Html {
  const t = speak(signInText, view.locale);
  return layout(view, {
    title: t.title,
    main: html`<h1>${t.title}</h1>
      <p class="lead">${t.intro}</p>
      ${errorSummary(view.locale, filled.errors)}
      <form method="post" action="/sign-in" novalidate>${formTokenInput(view)}
        <input type="hidden" name="to" value="${to}">
        ${field(view.locale, filled, { name: 'email', label: t.email, need: 'required', type: 'email', autocomplete: 'username', size: 'medium' })}
        ${field(view.locale, filled, { name: 'password', label: t.password, need: 'required', type: 'password', autocomplete: 'current-password', size: 'medium' })}
        <button class="button button--primary">${t.next}</button>
      </form>
      <p class="aside">${t.noAccount}</p>`,
  });
}

export function codePage(view: View, filled: Filled, to: string): Html {
  const t = speak(signInText, view.locale);
  return layout(view, {
    title: t.codeTitle,
    main: html`<h1>${t.codeTitle}</h1>
      ${errorSummary(view.locale, filled.errors)}
      <form method="post" action="/sign-in/code" novalidate>${formTokenInput(view)}
        <input type="hidden" name="to" value="${to}">
        ${field(view.locale, filled, { name: 'code', label: t.code, support: t.codeSupport, need: 'required', autocomplete: 'one-time-code', size: 'short' })}
        <button class="button button--primary">${t.signIn}</button>
      </form>`,
  });
}
