import type { AssetRow, listPendingApprovals, ProofRow } from '@enkaku/shared/db/asset.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { kindText } from '../asset/text.ts';
import { approvalText } from './text.ts';

type Pending = Awaited<ReturnType<typeof listPendingApprovals>>;

export function approvalListPage(view: View, pending: Pending): Html {
  const t = speak(approvalText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<h1>${t.title}</h1>
      ${
        pending.length === 0
          ? html`<p class="empty">${t.empty}</p>`
          : html`<table class="table">
        <thead><tr><th scope="col">${t.asset}</th><th scope="col">${t.organisation}</th><th scope="col">${t.requested}</th></tr></thead>
        <tbody>${pending.map(
          (one) => html`<tr>
            <th scope="row" data-label="${t.asset}"><a href="/approvals/${one.id}"><bdi>${one.value}</bdi></a> <small>${kindText[one.kind][view.locale]}</small></th>
            <td data-label="${t.organisation}"><bdi>${one.organisationName}</bdi></td>
            <td data-label="${t.requested}">${formatInstant(one.requestedAt, view.locale)}</td></tr>`,
        )}</tbody></table>`
      }`,
  });
}

export interface ApprovalModel {
  readonly proof: ProofRow;
  readonly asset: AssetRow;
  readonly organisationName: string;
  readonly requesterName: string;
}

export function approvalPage(view: View, filled: Filled, model: ApprovalModel): Html {
  const t = speak(approvalText, view.locale);
  const { proof, asset } = model;
  return layout(view, {
    title: t.title,
    main: html`<p class="kicker">${kindText[asset.kind][view.locale]}</p><h1><bdi>${asset.value}</bdi></h1>
      ${errorSummary(view.locale, filled.errors)}
      <dl class="facts">
        <dt>${t.organisation}</dt><dd><bdi>${model.organisationName}</bdi></dd>
        <dt>${t.requestedBy}</dt><dd><bdi>${model.requesterName}</bdi></dd>
        <dt>${t.requested}</dt><dd>${formatInstant(proof.requestedAt, view.locale)}</dd>
        <dt>${t.explanation}</dt><dd class="prewrap"><bdi>${proof.evidence}</bdi></dd>
        <dt>${t.attachment}</dt><dd><a href="/approvals/${proof.id}/attachment"><bdi>${proof.attachmentName ?? ''}</bdi></a></dd>
      </dl>
      <section class="card"><h2>${t.decide}</h2>
        <form method="post" action="/approvals/${proof.id}" novalidate>${formTokenInput(view)}
          ${field(view.locale, filled, { name: 'reason', label: t.reason, support: t.reasonSupport, need: 'required' })}
          <div class="button-row">
            <button class="button button--primary" name="decision" value="approve">${t.approve}</button>
            <button class="button button--secondary" name="decision" value="refuse">${t.refuse}</button>
          </div>
        </form></section>`,
  });
}
