import type { ProofRow } from '@enkaku/shared/db/asset.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Filled, fieldError, fieldLabel } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import type { View } from '../../layout/view.ts';
import { filePath, txtName, txtValue } from '../../proof/challenge.ts';
import { methodsOf } from './methods.ts';
import type { ProofModel } from './model.ts';
import { proofText } from './text.ts';

export function waysOfProof(view: View, filled: Filled, model: ProofModel): Html {
  const ways = { 'dns-txt': txtWay, 'well-known': fileWay, 'centre-approval': approvalWay };
  return html`${methodsOf[model.asset.kind].map((method) => ways[method](view, filled, model))}`;
}

function txtWay(view: View, _filled: Filled, model: ProofModel): Html {
  const t = speak(proofText, view.locale);
  return html`<section class="card" id="dns-txt"><h2>${t.txtTitle}</h2><p>${t.txtSteps}</p>
    <dl class="facts">
      <dt>${t.recordName}</dt><dd><code>${txtName(model.asset.value)}</code></dd>
      <dt>${t.recordType}</dt><dd><code>TXT</code></dd>
      <dt>${t.recordValue}</dt><dd><code>${txtValue(model.token)}</code></dd>
    </dl>${lastTry(view, model, 'dns-txt')}${checkButton(view, model, 'dns-txt')}</section>`;
}

function fileWay(view: View, _filled: Filled, model: ProofModel): Html {
  const t = speak(proofText, view.locale);
  const host = model.asset.value.includes(':') ? `[${model.asset.value}]` : model.asset.value;
  return html`<section class="card" id="well-known"><h2>${t.fileTitle}</h2><p>${t.fileSteps}</p>
    <dl class="facts">
      <dt>${t.fileAddress}</dt><dd><code>http://${host}${filePath(model.token)}</code></dd>
      <dt>${t.fileContent}</dt><dd><code>${model.token}</code></dd>
    </dl>${lastTry(view, model, 'well-known')}${checkButton(view, model, 'well-known')}</section>`;
}

function approvalWay(view: View, filled: Filled, model: ProofModel): Html {
  const t = speak(proofText, view.locale);
  const { locale } = view;
  const waiting = model.state.state === 'pending';
  return html`<section class="card" id="centre-approval"><h2>${t.approvalTitle}</h2><p>${t.approvalSteps}</p>
    ${lastTry(view, model, 'centre-approval')}
    ${waiting ? html`<p class="notice">${t.waiting}</p>` : nothing}
    ${
      model.mayProve && !waiting
        ? html`<form method="post" action="/assets/${model.asset.id}/approval-request" enctype="multipart/form-data" novalidate>${formTokenInput(view)}
          <div class="field">${fieldLabel(locale, { name: 'explanation', label: t.explanation, need: 'required' })}
            <p class="field__support" id="explanation-support">${t.explanationSupport}</p>
            <textarea class="input" id="explanation" name="explanation" rows="4" aria-describedby="explanation-support">${filled.values.explanation ?? ''}</textarea>
            ${fieldError(locale, 'explanation', filled.errors.explanation)}</div>
          <div class="field">${fieldLabel(locale, { name: 'attachment', label: t.attachment, need: 'required' })}
            <input class="input" type="file" id="attachment" name="attachment" accept=".pdf,.png,.jpg,.jpeg">
            ${fieldError(locale, 'attachment', filled.errors.attachment)}</div>
          <button class="button button--secondary">${t.request}</button>
        </form>`
        : nothing
    }</section>`;
}

function checkButton(view: View, model: ProofModel, method: ProofRow['method']): Html {
  if (!model.mayProve) return nothing;
  return html`<form method="post" action="/assets/${model.asset.id}/check">${formTokenInput(view)}
    <input type="hidden" name="method" value="${method}">
    <button class="button button--primary">${speak(proofText, view.locale).checkNow}</button></form>`;
}

function lastTry(view: View, model: ProofModel, method: ProofRow['method']): Html {
  const t = speak(proofText, view.locale);
  const last = model.proofs.find((proof) => proof.method === method);
  if (last === undefined || last.failure === null) return nothing;
  const words = method === 'centre-approval' ? t.refused(last.failure) : last.failure;
  return html`<div class="notice notice--error" role="status"><p><strong>${t.lastTry}</strong></p><p><bdi>${words}</bdi></p></div>`;
}
