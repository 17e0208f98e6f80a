import type { Locale } from '@enkaku/shared/model/text.ts';
import { describedBy, type Filled, fieldError, needMark } from './field.ts';
import { type Html, html, nothing } from './html.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The fields right after the group are for this choice only. */
  readonly opens?: 'next';
}

export interface ChoicesOptions {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly support?: string;
  readonly initial?: string;
}

/** One of several, as radio buttons in a group. */
export function choices(locale: Locale, filled: Filled, options: ChoicesOptions): Html {
  const { name } = options;
  const error = filled.errors[name];
  const chosen = filled.values[name] ?? options.initial;
  return html`<fieldset class="field" id="${name}" ${describedBy(name, error, options.support)}>
    <legend class="field__label">${options.label}${needMark(locale, 'required')}</legend>
    ${options.support === undefined ? nothing : html`<p class="field__support" id="${name}-support">${options.support}</p>`}
    ${options.options.map(
      (option) => html`<label class="choice"><input type="radio" name="${name}" value="${option.value}"
        ${option.opens === undefined ? nothing : html`data-opens`} ${option.value === chosen ? html`checked` : nothing}><span>${option.label}</span></label>`,
    )}
    ${fieldError(locale, name, error)}
  </fieldset>`;
}
