import { formTokenField } from '../http/form-token.ts';
import { type Html, html } from './html.ts';
import type { View } from './view.ts';

/** In every form; without it nothing is accepted. */
export function formTokenInput(view: View): Html {
  return html`<input type="hidden" name="${formTokenField}" value="${view.formToken}">`;
}
