import type { PresentedReport } from '@enkaku/shared/report/present.ts';
import { labels } from '@enkaku/shared/report/words.ts';
import { html } from 'hono/html';
import { findings } from './findings.ts';
import { actions, conditions, counts, criteria, hosts, overview, places } from './sections.ts';
import { style } from './style.ts';

/**
 * The whole report as one file that loads nothing and runs nothing.
 * @param otherLanguage name of the file beside it in the other language
 */
export async function reportPage(report: PresentedReport, otherLanguage: string): Promise<string> {
  const { locale } = report;
  const word = (key: keyof typeof labels) => labels[key][locale];
  const heading = report.organisation === null ? report.title : `${report.organisation} ${report.title}`;
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<header>
<a class="language" href="${otherLanguage}" lang="${locale === 'ja' ? 'en' : 'ja'}">${word('otherLanguage')}</a>
<p class="service">${word('service')}</p>
<h1>${heading}</h1>
<p class="handling"><strong>${report.handling.mark}</strong> <span>${report.handling.rule}</span></p>
</header>
<main>
${overview(report)}
<h2>${word('counts')}</h2>${counts(report)}
<h2>${word('actions')}</h2>${actions(report)}
<h2>${word('findings')}</h2>${findings(report)}
<h2>${word('hosts')}</h2>${hosts(report)}
<h2>${word('undetermined')}</h2>${places(report.undetermined, word('undeterminedLead'), word('notConfirmed'), locale)}
<h2>${word('passed')}</h2>${places(report.passed, null, word('confirmedSafe'), locale)}
<h2>${word('notApplicable')}</h2>${places(report.notApplicable, word('notApplicableLead'), word('item'), locale)}
<h2>${word('conditions')}</h2>${conditions(report)}
<h2>${word('gradeCriteria')}</h2>${criteria(report)}
</main>
<footer><p>${report.handling.mark} · ${word('service')}</p></footer>
</body>
</html>
`;
  return String(await page);
}
