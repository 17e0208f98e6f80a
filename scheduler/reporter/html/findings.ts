import type { Locale } from '@enkaku/shared/model/text.ts';
import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedFinding, PresentedFix } from '@enkaku/shared/report/present-findings.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { html } from 'hono/html';

export function findings({ locale, findings }: PresentedReport) {
  if (findings.length === 0) return html`<p>${labels.noFindings[locale]}</p>`;
  return html`${findings.map((finding) => one(finding, locale))}`;
}

function one(finding: PresentedFinding, locale: Locale) {
  const word = (key: keyof typeof labels) => labels[key][locale];
  return html`
<article class="finding" id="finding-${finding.number}" aria-labelledby="title-${finding.number}">
<p class="chips"><span class="severity ${finding.severity}">${finding.severityLabel}</span><span class="chip">${finding.confidenceLabel}</span><span class="chip">${finding.group}</span>${finding.knownExploited === null ? '' : html`<span class="chip exploited">${finding.knownExploited}</span>`}</p>
<h3 id="title-${finding.number}">${finding.number}. ${finding.title}</h3>
<p class="place">${finding.place}</p>
${finding.detail === null ? '' : html`<h4>${word('seen')}</h4><p class="lines">${finding.detail}</p>`}
<h4>${word('why')}</h4><p class="lines">${finding.why}</p>
<h4>${word('due')}</h4><p>${finding.due.text}</p>
${finding.fixes.map((fix) => fixOf(fix, locale))}
<details><summary>${word('proof')}</summary>
${finding.proof.map(({ evidence, pointer, excerpt }) => html`<pre>${excerpt}</pre><p class="place">${evidence} ${pointer}</p>`)}
</details>
<p class="place">${finding.check}${finding.cves.map((cve) => html` · ${cve}`)}</p>
<ul>${finding.references.map((reference) => html`<li>${link(reference)}</li>`)}</ul>
</article>`;
}

function fixOf({ product, steps, snippet, confirm }: PresentedFix, locale: Locale) {
  return html`
<h4>${labels.fix[locale]} – ${product}</h4><p class="lines">${steps}</p>
${snippet === null ? '' : html`<pre>${snippet}</pre>`}
<p>${labels.confirm[locale]}</p><pre>${confirm}</pre>`;
}

function link(reference: string) {
  return /^https?:\/\//.test(reference)
    ? html`<a href="${reference}" rel="noreferrer">${reference}</a>`
    : reference;
}
