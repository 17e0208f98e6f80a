import type { PendingTotp } from '../../auth/pending-totp.ts';
import { speak } from '../../layout/catalogue.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, raw } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { twoFactorText } from './text.ts';

/** @param qrSvg drawn by us from the secret's URI, which holds nothing that a person typed unescaped */
export function twoFactorPage(view: View, filled: Filled, totp: PendingTotp, qrSvg: string): Html {
  const t = speak(twoFactorText, view.locale);
  return layout(view, {
    title: t.title,
    main: html`<h1>${t.title}</h1>
      <p class="lead">${t.why}</p>
      ${errorSummary(view.locale, filled.errors)}
      <ol class="steps">
        <li><p>${t.scan}</p>
          <div class="qr" role="img" aria-label="${t.qr}">${raw(qrSvg)}</div>
          <p>${t.type}</p>
          <p><code class="secret" id="totp-secret">${totp.secret}</code></p></li>
        <li><h2>${t.backupTitle}</h2><p>${t.backup}</p>
          <ul class="codes">${totp.backupCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul></li>
        <li><h2>${t.confirmTitle}</h2>
          <form method="post" action="/two-factor" novalidate>${formTokenInput(view)}
            ${field(view.locale, filled, { name: 'code', label: t.code, need: 'required', inputmode: 'numeric', autocomplete: 'one-time-code', size: 'short' })}
            <button class="button button--primary">${t.done}</button>
          </form></li>
      </ol>`,
  });
}
