import type { Locale } from '@enkaku/shared/model/text.ts';
import { describedBy, type Filled, fieldError, needMark } from './field.ts';
import { type Html, html, nothing } from './html.ts';

export interface ChoicesOptions {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
}

/** One of several, as radio buttons in a group. */
export function choices(locale: Locale, filled: Filled, options: ChoicesOptions): Html {
  const { name } = options;
  const error = filled.errors[name];
  const chosen = filled.values[name] ?? options.initial;
  return html`<fieldset class="field" id="${name}" ${describedBy(name, error, undefined)}>
    <legend class="field__label">${options.label}${needMark(locale, 'required')}</legend>
    ${options.options.map(
      (option) => html`<label class="choice"><input type="radio" name="${name}" value="${option.value}"
        ${option.value === chosen ? html`checked` : nothing}><span>${option.label}</span></label>`,
    )}
    ${fieldError(locale, name, error)}
  </fieldset>`;
}
