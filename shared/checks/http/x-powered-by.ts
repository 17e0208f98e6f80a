import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { showHeaders } from './confirm.ts';
import { judgeDisclosure } from './disclosure.ts';

export const xPoweredBy = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'アプリケーションの種類（X-Powered-By）は表示されていません',
      en: 'The software behind the site (X-Powered-By) is not disclosed',
    },
    vulnerable: {
      ja: 'アプリケーションの種類（X-Powered-By）が表示されています',
      en: 'The software behind the site (X-Powered-By) is disclosed',
    },
    why: {
      ja: 'サイトを動かしているソフトウェアの種類や版数が、外部から分かります。利用者には必要のない情報で、攻撃の下調べに使われます。',
      en: 'Outsiders can read which software, and often which version, runs the site. Visitors do not need it; attackers look for it first.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    `${showHeaders} | grep -i '^X-Powered-By:'`,
    {
      ja: 'アプリケーションの設定で X-Powered-By を止めます。PHP では php.ini に expose_php = Off と書きます。',
      en: 'Turn X-Powered-By off in the application. With PHP, write expose_php = Off in php.ini.',
    },
    {
      nginx: {
        ja: '次の行を location に書き、再読み込みします。PHP-FPM には fastcgi_hide_header を使います。',
        en: 'Put this line into the location and reload. For PHP-FPM use fastcgi_hide_header.',
        snippet: 'proxy_hide_header X-Powered-By;\nfastcgi_hide_header X-Powered-By;',
      },
      apache: {
        ja: 'mod_headers を有効にし、次の行を書いて再読み込みします。',
        en: 'Enable mod_headers, write these lines and reload.',
        snippet: 'Header unset X-Powered-By\nHeader always unset X-Powered-By',
      },
      iis: {
        ja: 'サイトの web.config に次を書きます。',
        en: 'Put this into web.config of the site.',
        snippet:
          '<system.webServer>\n  <httpProtocol>\n    <customHeaders><remove name="X-Powered-By" /></customHeaders>\n  </httpProtocol>\n</system.webServer>',
      },
      tomcat: {
        ja: 'server.xml の Connector で xpoweredBy を false にし、再起動します。',
        en: 'Set xpoweredBy to false on the Connector in server.xml and restart.',
        snippet: '<Connector port="8443" xpoweredBy="false" />',
      },
      haproxy: {
        ja: '次の行を frontend に書き、再読み込みします。',
        en: 'Put this line into the frontend and reload.',
        snippet: 'http-response del-header X-Powered-By',
      },
    },
  ),
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html#x-powered-by'],
  detect: ({ 'http-response': web }) =>
    judgeDisclosure(web, ['x-powered-by'], (value) => (value.trim() === '' ? undefined : value)),
});
