import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import type { PresentedFinding, PresentedFix } from '@enkaku/shared/report/present-findings.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import type { View } from '../../layout/view.ts';
import { reportText } from './text.ts';

export function findingList(view: View, report: PresentedReport): Html {
  if (report.findings.length === 0) return html`<p>${speak(labels, view.locale).noFindings}</p>`;
  return html`${report.findings.map((finding) => findingArticle(view, finding))}`;
}

function findingArticle(view: View, finding: PresentedFinding): Html {
  const l = speak(labels, view.locale);
  const t = speak(reportText, view.locale);
  const [first, ...others] = finding.fixes;
  return html`<article class="finding finding--${finding.severity}" id="finding-${finding.number}" aria-labelledby="finding-${finding.number}-title">
    <header><p class="finding__marks"><span class="finding-number">${finding.number}</span>
        <span class="severity severity--${finding.severity}">${l.severity} ${finding.severityLabel}</span>
        <span class="badge badge--${finding.confidence}">${finding.confidenceLabel}</span>
        ${finding.knownExploited === null ? nothing : html`<span class="severity severity--critical">${finding.knownExploited}</span>`}
        <span class="finding__group">${finding.group}</span></p>
      <h3 id="finding-${finding.number}-title">${finding.title}</h3>
      <p class="finding__place"><code><bdi>${finding.place}</bdi></code></p></header>
    ${finding.detail === null ? nothing : html`<p><bdi>${finding.detail}</bdi></p>`}
    <h4>${l.why}</h4><p>${finding.why}</p>
    <h4>${l.fix}</h4>
    ${first === undefined ? nothing : fixBlock(view, first)}
    ${others.length === 0 ? nothing : html`<details><summary>${t.otherProducts}</summary>${others.map((fix) => fixBlock(view, fix))}</details>`}
    <dl class="facts"><dt>${l.due}</dt><dd>${finding.due.text}</dd>
      ${finding.cves.length === 0 ? nothing : html`<dt>${l.cves}</dt><dd>${finding.cves.join(', ')}</dd>`}</dl>
    <details class="proof"><summary>${l.proof}</summary>${finding.proof.map(
      (proof) =>
        html`<pre class="code" tabindex="0"><code><bdi>${proof.excerpt}</bdi></code></pre><p class="proof__source"><small>${proof.evidence} ${proof.pointer}</small></p>`,
    )}</details>
    ${
      finding.references.length === 0
        ? nothing
        : html`<details><summary>${l.references}</summary><ul>${finding.references.map(
            (reference) => html`<li>${referenceLink(reference)}</li>`,
          )}</ul></details>`
    }
  </article>`;
}

function fixBlock(view: View, fix: PresentedFix): Html {
  const l = speak(labels, view.locale);
  return html`<div class="fix"><p class="fix__product">${fix.product}</p><p class="prewrap">${fix.steps}</p>
    ${fix.snippet === null ? nothing : html`<p class="fix__label">${l.snippet}</p>${codeBlock(view, fix.snippet)}`}
    <p class="fix__label">${l.confirm}</p>${codeBlock(view, fix.confirm)}</div>`;
}

/** The button appears only where there is a script to serve it. */
function codeBlock(view: View, text: string): Html {
  return html`<div class="copyable"><pre class="code" tabindex="0"><code>${text}</code></pre>
    <button type="button" class="button button--text copyable__button" data-copy hidden>${speak(reportText, view.locale).copy}</button></div>`;
}

/** Only what is plainly a web address becomes a link. */
function referenceLink(reference: string): Html {
  return /^https:\/\/[\w.-]+(\/[^\s"'<>]*)?$/.test(reference)
    ? html`<a href="${reference}" rel="noreferrer noopener">${reference}</a>`
    : html`<bdi>${reference}</bdi>`;
}
