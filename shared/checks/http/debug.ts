import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { safe } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { judgeUnshown } from './exposure.ts';
import { answersFor, askedFor, bodySigns, type FilesEvidence, proofOf } from './files.ts';
import { isHtml } from './pages.ts';
import { owaspMisconfiguration } from './references.ts';

/** The error pages that frameworks show to their developers: two things on each that no other page has together. */
const pages: readonly (readonly [framework: string, ...signs: readonly RegExp[]])[] = [
  [
    'Django',
    /<code>DEBUG = True<\/code>/,
    /Using the URLconf defined in|<title>[^<]{0,200} at \/[^<]{0,300}<\/title>/,
  ],
  [
    'Symfony',
    /<title>[^<]{0,400}\(\d{3}[^<]{0,60}\)[^<]{0,40}<\/title>|Symfony Exception/,
    /sf-toolbar|exception-summary|class="trace trace-as-html"/,
  ],
  [
    'Laravel',
    /Illuminate\\{1,2}(?:Foundation|Routing|Http)\\{1,2}/,
    /window\.ignite\(|ignition|class="exception[_-]|"trace":\s*\[/i,
  ],
  [
    'Ruby on Rails',
    /<title>Action Controller: Exception caught<\/title>|<h1>Routing Error<\/h1>/,
    /Rails\.root:/,
  ],
  ['Werkzeug (Flask)', /<title>[^<]{0,300}\/\/ Werkzeug Debugger<\/title>/, /__debugger__=yes/],
];

export const debugPage = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'medium',
  text: {
    safe: {
      ja: '開発者向けのエラー画面は表示されていません',
      en: 'No error page for developers is shown',
    },
    vulnerable: {
      ja: '開発者向けのエラー画面（デバッグ画面）が表示されています',
      en: 'Error pages for developers (debug mode) are shown',
    },
    why: {
      ja: 'エラーのときに、プログラムの内部や設定が外部に表示される状態です。パスワードや弱点を知られるおそれがあり、製品によってはそのまま乗っ取りに使われます。',
      en: 'Whenever an error occurs, the inside of the program and its settings are shown to everyone. Passwords and weaknesses may become known, and with some products the server can be taken over.',
    },
  },
  action: 'web-exposure',
  fixes: fixList(
    `${curl('', '/enkaku-not-here')} | grep -ciE 'DEBUG = True|Werkzeug|exception-summary|Rails.root|Illuminate'`,
    {
      ja: 'デバッグの設定を切ります（Django は DEBUG = False、Symfony は APP_ENV=prod、Laravel は APP_DEBUG=false、Rails は RAILS_ENV=production、Flask は debug を使わない）。切ったあと、アプリケーションを再起動します。確認のコマンドが 0 を表示すれば完了です。',
      en: 'Turn debugging off (Django: DEBUG = False; Symfony: APP_ENV=prod; Laravel: APP_DEBUG=false; Rails: RAILS_ENV=production; Flask: no debug) and restart the application. It is done when the command prints 0.',
    },
  ),
  references: [owaspMisconfiguration, 'https://cwe.mitre.org/data/definitions/489.html'],
  detect: ({ 'web-files': files }) => shown(files) ?? unshown(files),
});

/** Asked for a page that cannot exist, and it said more than that. */
function shown(files: FilesEvidence): Verdict | undefined {
  const shown = answersFor(files, 'root', 'redirected', 'control');
  for (const answer of shown.filter(({ response }) => isHtml(response))) {
    for (const [framework, ...signs] of pages) {
      const [first, ...rest] = bodySigns(answer.response, ...signs) ?? [];
      if (first === undefined) continue;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proofOf(files, answer, first), ...rest.map((sign) => proofOf(files, answer, sign))],
        detail: ofFramework(framework),
      };
    }
  }
  return undefined;
}

/** An error page of 500 without these signs proves as much as one of 404. */
function unshown(files: FilesEvidence): Verdict {
  const verdict = judgeUnshown(files, askedFor(files, 'control'));
  return verdict.verdict === 'undetermined' && verdict.reason === 'server-error' ? safe : verdict;
}

const ofFramework = (name: string): Text => ({
  ja: `${name} のデバッグ画面です。`,
  en: `It is the debug page of ${name}.`,
});
