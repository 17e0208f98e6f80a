import type { Locale, Text } from '@enkaku/shared/model/text.ts';
import type { Values } from '../http/form.ts';
import { speak } from './catalogue.ts';
import { type Html, html, nothing } from './html.ts';
import { layoutText } from './text.ts';

/** What stands beside which field. */
export type Errors = Readonly<Record<string, Text>>;

/** What was typed and what is wrong with it. */
export interface Filled {
  readonly values: Values;
  readonly errors: Errors;
}
export const blank: Filled = { values: {}, errors: {} };

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly support?: string;
  readonly need: 'required' | 'optional';
  readonly type?: 'text' | 'email' | 'password' | 'tel';
  readonly inputmode?: 'numeric' | 'text';
  readonly autocomplete?: string;
  readonly size?: 'short' | 'medium' | 'full';
  readonly initial?: string;
}

/** Label, need, support text, input and error, tied together for screen readers. */
export function field(locale: Locale, filled: Filled, options: FieldOptions): Html {
  const { name } = options;
  const error = filled.errors[name];
  const value = options.type === 'password' ? '' : (filled.values[name] ?? options.initial ?? '');
  return html`<div class="field">
    ${fieldLabel(locale, options)}
    ${options.support === undefined ? nothing : html`<p class="field__support" id="${name}-support">${options.support}</p>`}
    <input class="input input--${options.size ?? 'full'}" id="${name}" name="${name}" type="${options.type ?? 'text'}"
      value="${value}" ${attribute('inputmode', options.inputmode)} ${attribute('autocomplete', options.autocomplete ?? 'off')}
      ${describedBy(name, error, options.support)} ${options.need === 'required' ? html`aria-required="true"` : nothing}>
    ${fieldError(locale, name, error)}
  </div>`;
}

export function fieldLabel(locale: Locale, options: Pick<FieldOptions, 'name' | 'label' | 'need'>): Html {
  return html`<label class="field__label" for="${options.name}">${options.label}${needMark(locale, options.need)}</label>`;
}

export function needMark(locale: Locale, need: FieldOptions['need']): Html {
  const t = speak(layoutText, locale);
  return html`<span class="need need--${need}">${t[need]}</span>`;
}

export function fieldError(locale: Locale, name: string, error: Text | undefined): Html {
  if (error === undefined) return nothing;
  const t = speak(layoutText, locale);
  return html`<p class="field__error" id="${name}-error"><span class="visually-hidden">${t.error}: </span>${error[locale]}</p>`;
}

export function describedBy(name: string, error: Text | undefined, support: string | undefined): Html {
  const ids = [error && `${name}-error`, support && `${name}-support`].filter((id) => id !== undefined);
  if (ids.length === 0) return nothing;
  return html`aria-describedby="${ids.join(' ')}" ${error === undefined ? nothing : html`aria-invalid="true"`}`;
}

/** At the top of a form that came back: how many, and a link to each. */
export function errorSummary(locale: Locale, errors: Errors): Html {
  const entries = Object.entries(errors);
  if (entries.length === 0) return nothing;
  const t = speak(layoutText, locale);
  return html`<div class="notice notice--error" role="alert"><h2>${t.errorSummary}</h2>
    <ul>${entries.map(([name, error]) => html`<li><a href="#${name}">${error[locale]}</a></li>`)}</ul>
  </div>`;
}

function attribute(name: string, value: string | undefined): Html {
  return value === undefined ? nothing : html`${name}="${value}"`;
}
