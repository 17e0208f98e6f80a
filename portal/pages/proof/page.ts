import type { AssetRow, ProofRow } from '@enkaku/shared/db/asset.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { errorSummary, type Filled } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { stateBadge } from '../asset/list-page.ts';
import { assetText, kindText, methodText } from '../asset/text.ts';
import type { ProofModel } from './model.ts';
import { proofText } from './text.ts';
import { waysOfProof } from './ways.ts';

/** One asset: what it stands for once it is proven, else how to prove it. */
export function proofPage(view: View, filled: Filled, model: ProofModel): Html {
  const t = speak(proofText, view.locale);
  const { asset, state } = model;
  return layout(view, {
    title: asset.value,
    main: html`<p class="kicker">${kindText[asset.kind][view.locale]}${asset.label === '' ? nothing : html` ・ <bdi>${asset.label}</bdi>`}</p>
      <h1><bdi>${asset.value}</bdi></h1>
      <p>${stateBadge(view, state)}</p>
      ${errorSummary(view.locale, filled.errors)}
      ${state.state === 'proven' ? proven(view, state.proof) : html`<p class="lead">${t.openLead}</p>${waysOfProof(view, filled, model)}`}
      ${model.mayProve ? removal(view, asset) : nothing}`,
  });
}

function proven(view: View, proof: ProofRow): Html {
  const t = speak(proofText, view.locale);
  const addresses = decodeJson(proof.addresses);
  return html`<p class="lead">${t.provenLead}</p>
    <dl class="facts">
      <dt>${t.method}</dt><dd>${methodText[proof.method][view.locale]}</dd>
      <dt>${t.until}</dt><dd>${proof.expiresAt === null ? nothing : formatInstant(proof.expiresAt, view.locale)}</dd>
      ${addresses.length === 0 ? nothing : html`<dt>${t.addresses}</dt><dd><bdi>${addresses.join(', ')}</bdi></dd>`}
      <dt>${t.evidence}</dt><dd><bdi>${proof.evidence}</bdi></dd>
    </dl>
    <p><a class="button button--primary" href="/reservations/new">${t.book}</a></p>`;
}

function removal(view: View, asset: AssetRow): Html {
  const t = speak(assetText, view.locale);
  return html`<form class="quiet-form" method="post" action="/assets/${asset.id}/remove">${formTokenInput(view)}
    <p>${t.removeWhy}</p><button class="button button--secondary">${t.remove}</button>
  </form>`;
}
