import { speak } from '../../layout/catalogue.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { scannerText } from './text.ts';

export interface ScannerModel {
  readonly sourceAddresses: readonly string[];
  readonly contact: string;
  readonly userAgent: string;
}

/** "Was that you?" for whoever finds us in a log. */
export function scannerPage(view: View, model: ScannerModel): Html {
  const t = speak(scannerText, view.locale);
  return layout(view, {
    title: t.title,
    main: html`<h1>${t.title}</h1><p class="lead">${t.what}</p>
      <h2>${t.sources}</h2>
      ${model.sourceAddresses.length === 0 ? html`<p>${t.noSources}</p>` : html`<ul>${model.sourceAddresses.map((address) => html`<li><code>${address}</code></li>`)}</ul>`}
      <h2>${t.mark}</h2><p>${t.agent(model.userAgent)}</p>
      <h2>${t.how}</h2><p>${t.does}</p>
      <h2>${t.contact}</h2><p>${model.contact === '' ? t.noContact : model.contact}</p>`,
  });
}
