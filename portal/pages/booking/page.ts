import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import { optInIds, optInTexts } from '@enkaku/shared/model/opt-in.ts';
import { speak } from '../../layout/catalogue.ts';
import { choices } from '../../layout/choices.ts';
import { errorSummary, type Filled, field, fieldError, needMark } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { kindText } from '../asset/text.ts';
import type { AssetChoice } from './bookable.ts';
import { consentParagraphs } from './consent.ts';
import { type Edge, fieldName } from './read-window.ts';
import { bookingText } from './text.ts';

export interface BookingModel {
  readonly assets: readonly AssetChoice[];
  readonly contacts: readonly ContactRow[];
  readonly sourceAddresses: readonly string[];
  /** Becomes the reservation's id: sending the form twice makes one reservation. */
  readonly reservationId: string;
  readonly chosenAssets: readonly string[];
  readonly chosenOptIns: readonly string[];
}

export function bookingPage(view: View, filled: Filled, model: BookingModel): Html {
  const t = speak(bookingText, view.locale);
  if (model.assets.length === 0) {
    return layout(view, {
      title: t.title,
      main: html`<h1>${t.title}</h1><p class="empty">${t.noAssets}</p>
        <p><a class="button button--primary" href="/assets/new">${t.addAsset}</a></p>`,
    });
  }
  return layout(view, {
    title: t.title,
    main: html`<h1>${t.title}</h1><p class="lead">${t.lead}</p>
      ${errorSummary(view.locale, filled.errors)}
      <form method="post" action="/reservations/new" novalidate>${formTokenInput(view)}
        <input type="hidden" name="reservation" value="${model.reservationId}">
        ${assetChoices(view, filled, model)}
        ${moment(view, filled, 'opensAt')}
        ${moment(view, filled, 'closesAt')}
        ${portFields(view, filled)}
        ${optInFields(view, model.chosenOptIns)}
        ${contactFields(view, filled, model.contacts)}
        ${consentFields(view, filled, model.sourceAddresses)}
        <button class="button button--primary button--large">${t.book}</button>
      </form>`,
  });
}

function assetChoices(view: View, filled: Filled, model: BookingModel): Html {
  const t = speak(bookingText, view.locale);
  const { locale } = view;
  return html`<fieldset class="field" id="assets"><legend class="field__label">${t.assets}${needMark(locale, 'required')}</legend>
    ${model.assets.map(({ asset, state }) => {
      const reason =
        state.state === 'proven' ? undefined : state.state === 'unproven' ? t.notProven : t[state.state];
      return html`<label class="choice ${reason === undefined ? '' : 'choice--disabled'}">
        <input type="checkbox" name="assets" value="${asset.id}"
          ${reason === undefined ? nothing : html`disabled`} ${model.chosenAssets.includes(asset.id) ? html`checked` : nothing}>
        <span><bdi>${asset.value}</bdi> <small>${kindText[asset.kind][locale]}${asset.label === '' ? nothing : html` ・ <bdi>${asset.label}</bdi>`}</small>
        ${reason === undefined ? nothing : html`<small class="choice__reason">${reason} <a href="/assets/${asset.id}">${t.prove}</a></small>`}</span>
      </label>`;
    })}
    ${fieldError(locale, 'assets', filled.errors.assets)}
  </fieldset>`;
}

function moment(view: View, filled: Filled, edge: Edge): Html {
  const t = speak(bookingText, view.locale);
  const error = filled.errors[edge];
  const parts = ['year', 'month', 'day', 'time'] as const;
  return html`<fieldset class="field" id="${edge}" aria-describedby="${edge}-support${error === undefined ? '' : ` ${edge}-error`}">
    <legend class="field__label">${edge === 'opensAt' ? t.start : t.end}${needMark(view.locale, 'required')}</legend>
    <p class="field__support" id="${edge}-support">${edge === 'opensAt' ? t.zoneSupport : t.endSupport}</p>
    <div class="moment">${parts.map((part) => {
      const name = fieldName(edge, part);
      return html`<span class="moment__part"><label for="${name}">${t[part]}</label>
        <input class="input input--${part}" id="${name}" name="${name}" value="${filled.values[name] ?? ''}"
          inputmode="${part === 'month' || part === 'day' ? 'numeric' : 'text'}" autocomplete="off" ${error === undefined ? nothing : html`aria-invalid="true"`}></span>`;
    })}</div>
    ${
      edge === 'closesAt'
        ? nothing
        : html`<label class="choice"><input type="checkbox" name="startNow" value="yes" ${filled.values.startNow === 'yes' ? html`checked` : nothing}><span>${t.startNow}</span></label>`
    }
    ${fieldError(view.locale, edge, error)}
  </fieldset>`;
}

function portFields(view: View, filled: Filled): Html {
  const t = speak(bookingText, view.locale);
  const options = [
    { value: 'default', label: t.portsDefault },
    { value: 'all', label: t.portsAll },
    { value: 'list', label: t.portsList, opens: 'next' as const },
  ];
  return html`${choices(view.locale, filled, { name: 'ports', label: t.ports, options, initial: 'default' })}
    <div class="nested">${field(view.locale, filled, { name: 'portList', label: t.portList, support: t.portListSupport, need: 'required', size: 'medium' })}</div>`;
}

function optInFields(view: View, chosen: readonly string[]): Html {
  const t = speak(bookingText, view.locale);
  return html`<details class="field" ${chosen.length > 0 ? html`open` : nothing}><summary class="field__label">${t.optIns}${needMark(view.locale, 'optional')}</summary>
    <p class="field__support">${t.optInsSupport}</p>
    ${optInIds.map((id) => {
      const { name, what } = optInTexts[id];
      return html`<label class="choice"><input type="checkbox" name="optIns" value="${id}" ${chosen.includes(id) ? html`checked` : nothing}>
        <span>${name[view.locale]} <small class="choice__reason">${what[view.locale]}</small></span></label>`;
    })}
  </details>`;
}

function contactFields(view: View, filled: Filled, contacts: readonly ContactRow[]): Html {
  const t = speak(bookingText, view.locale);
  const { locale } = view;
  const options = [
    ...contacts.map((one) => ({ value: one.id, label: `${one.name}　${one.email}　${one.phone}` })),
    { value: 'new', label: t.contactNew, opens: 'next' as const },
  ];
  const initial = contacts[0]?.id ?? 'new';
  return html`${choices(locale, filled, { name: 'contact', label: t.contact, support: t.contactSupport, options, initial })}
    <div class="nested">
      ${field(locale, filled, { name: 'contactName', label: t.contactName, need: 'required', size: 'medium', initial: contacts.length === 0 ? (view.viewer?.name ?? '') : '' })}
      ${field(locale, filled, { name: 'contactEmail', label: t.contactEmail, need: 'required', type: 'email', size: 'medium', initial: contacts.length === 0 ? (view.viewer?.email ?? '') : '' })}
      ${field(locale, filled, { name: 'contactPhone', label: t.contactPhone, support: t.contactPhoneSupport, need: 'required', type: 'tel', size: 'medium' })}
    </div>`;
}

function consentFields(view: View, filled: Filled, sourceAddresses: readonly string[]): Html {
  const t = speak(bookingText, view.locale);
  return html`<section class="consent" aria-labelledby="consent-title"><h2 id="consent-title">${t.consent}</h2>
    <ol>${consentParagraphs(view.locale, sourceAddresses).map((paragraph) => html`<li>${paragraph}</li>`)}</ol>
    <label class="choice choice--strong"><input type="checkbox" id="consent" name="consent" value="yes"
      ${filled.errors.consent === undefined ? nothing : html`aria-describedby="consent-error" aria-invalid="true"`}
      ${filled.values.consent === 'yes' ? html`checked` : nothing}><span>${t.agree}</span></label>
    ${fieldError(view.locale, 'consent', filled.errors.consent)}
  </section>`;
}
