import { speak } from './catalogue.ts';
import { type Html, html, nothing } from './html.ts';
import { navigation } from './navigation.ts';
import { runningBanner } from './running-banner.ts';
import { layoutText } from './text.ts';
import type { View } from './view.ts';

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Without JavaScript the page loads itself again after this many seconds. */
  readonly refreshSeconds?: number;
  /** Long tables and reports use the whole width. */
  readonly width?: 'narrow' | 'wide';
}

/** The document around a page. */
export function layout(view: View, page: Page): Html {
  const t = speak(layoutText, view.locale);
  const other = view.locale === 'ja' ? 'en' : 'ja';
  return html`<!doctype html>
<html lang="${view.locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${page.title} | ${t.service}</title>
  ${['tokens', 'theme', 'layout', 'form', 'table', 'report'].map(
    (name) => html`<link rel="stylesheet" href="/static/${name}.css">`,
  )}
  <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
  ${
    page.refreshSeconds === undefined
      ? nothing
      : html`<noscript><meta http-equiv="refresh" content="${page.refreshSeconds}"></noscript>`
  }
  <script src="/static/progress.js" defer></script>
</head>
<body>
  <a class="skip-link" href="#main">${t.skip}</a>
  <header class="site-header">
    <div class="site-header__row">
      <a class="site-name" href="/"><span class="site-name__mark" aria-hidden="true">遠</span>${t.service}</a>
      <a class="language" href="${view.path}?lang=${other}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
    </div>
    ${view.network === 'lab' ? html`<p class="lab-strip">${t.lab}</p>` : nothing}
    ${navigation(view)}
  </header>
  ${runningBanner(view)}
  <main id="main" class="main main--${page.width ?? 'narrow'}" tabindex="-1">
    ${page.main}
  </main>
  <footer class="site-footer">
    <a href="/scanner">${t.whoScans}</a>
  </footer>
</body>
</html>`;
}
