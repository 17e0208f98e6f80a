import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { safe } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { bodySigns } from './files.ts';
import { answersTo, type HttpEvidence, judgeAnswered, proofIn } from './pages.ts';

/** What each product shows before a site is put on it. The test page of RHEL and its kin comes with status 403. */
const defaults: readonly (readonly [product: string, title: RegExp, detail: RegExp])[] = [
  [
    'nginx',
    /<title>(?:Welcome to nginx!|Test Page for the Nginx HTTP Server[^<]{0,60})<\/title>/i,
    /nginx\.(?:org|net|com)/i,
  ],
  [
    'Apache (Debian/Ubuntu)',
    /<title>Apache2 (?:Debian|Ubuntu) Default Page: It works<\/title>/i,
    /\/var\/www\/html/,
  ],
  [
    'Apache (RHEL)',
    /<title>(?:Test Page for the Apache HTTP Server|HTTP Server Test Page)[^<]{0,80}<\/title>/i,
    /\/var\/www\/html|\/etc\/httpd\/conf\.d/,
  ],
  [
    'Apache',
    /<html>(?:<head>[\s\S]{0,300}<\/head>)?\s*<body>\s*<h1>It works!<\/h1>/i,
    /It works!<\/h1>\s*<\/body>\s*<\/html>\s*$/i,
  ],
  ['Apache', /<title>It works! Apache httpd<\/title>/i, /<p>It works!<\/p>/i],
  [
    'IIS',
    /<title>IIS (?:Windows(?: Server)?|\d+(?:\.\d+)?)<\/title>/i,
    /iis(?:start|-8|-85)?\.png|welcome\.png/i,
  ],
  ['Tomcat', /<title>Apache Tomcat(?:\/\d[\w.-]*)?<\/title>/i, /successfully installed Tomcat/i],
];

export const defaultPage = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: { ja: '導入直後の初期画面は表示されていません', en: 'No page of a fresh installation is shown' },
    vulnerable: {
      ja: '導入直後の初期画面が表示されています',
      en: 'The page of a fresh installation is shown',
    },
    why: {
      ja: '使っていない、または設定の途中のサーバーが公開されている可能性があります。管理する人がいないサーバーは更新されず、攻撃の入り口になりがちです。',
      en: 'A server may be public that nobody uses or has finished setting up. Servers nobody looks after are not updated and become a way in.',
    },
  },
  action: 'web-exposure',
  fixes: fixList(
    `${curl('')} | grep -i '<title>'`,
    {
      ja: '使っていないサーバーであれば停止するか、公開をやめます。使っている場合は、初期画面のファイルを削除するか、本来のページを表示します。',
      en: 'Stop the server, or its exposure, if nobody uses it. Otherwise delete the initial page or show the proper one.',
    },
    {
      nginx: {
        ja: '名前の合わない接続を閉じる既定のサーバーを置き、再読み込みします。',
        en: 'Add a default server that closes connections for unknown names, and reload.',
        snippet: 'server {\n    listen 80 default_server;\n    return 444;\n}',
      },
      apache: {
        ja: '初期画面のファイル（/var/www/html/index.html、RHEL 系では conf.d/welcome.conf）を削除し、再読み込みします。',
        en: 'Delete the initial page (/var/www/html/index.html; on RHEL and its kin conf.d/welcome.conf) and reload.',
      },
      iis: {
        ja: 'Default Web Site を停止するか、iisstart.htm を削除します。',
        en: 'Stop the Default Web Site, or delete iisstart.htm.',
        snippet: 'Stop-Website -Name "Default Web Site"',
      },
      tomcat: {
        ja: 'webapps の ROOT、docs、examples、manager、host-manager のうち、使わないものを削除します。',
        en: 'Delete those of ROOT, docs, examples, manager and host-manager in webapps that are not used.',
      },
    },
  ),
  references: ['https://cwe.mitre.org/data/definitions/1188.html'],
  detect: ({ 'http-response': web }) => {
    const shown = freshInstallation(web);
    return shown ?? judgeAnswered(web, () => safe);
  },
});

function freshInstallation(web: HttpEvidence): Verdict | undefined {
  const answer = answersTo(web, 'root', 'redirected').at(-1);
  if (answer === undefined) return undefined;
  for (const [product, title, detail] of defaults) {
    const found = bodySigns(answer.response, title, detail);
    if (found === undefined) continue;
    const [first, ...rest] = found;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofIn(web, answer, first.path, first.part),
        ...rest.map(({ path, part }) => proofIn(web, answer, path, part)),
      ],
      detail: { ja: `${product} の初期画面です。`, en: `It is the page of ${product}.` },
    };
  }
  return undefined;
}
