import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { showHeaders } from './confirm.ts';
import { judgeDisclosure } from './disclosure.ts';

/** These numbers never change: they tell nothing of the version that runs. */
const constants = /^(?:awselb\/2\.0|Microsoft-HTTPAPI\/2\.0|Apache-Coyote\/1\.1)$/i;

export const serverVersion = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Web サーバーの版数は表示されていません',
      en: 'The version of the web server is not disclosed',
    },
    vulnerable: {
      ja: 'Web サーバーの版数が表示されています',
      en: 'The version of the web server is disclosed',
    },
    why: {
      ja: '使っているソフトウェアの版数が、外部から分かります。弱点のある版を探している攻撃者に、狙う相手として見つけられやすくなります。',
      en: 'Outsiders can read which version is in use. Attackers who look for versions with known weaknesses find the server more easily.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    `${showHeaders} | grep -i '^Server:'`,
    {
      ja: 'Server ヘッダーから版数を消します。版数を隠しても弱点はなくならないため、更新は別に続けます。',
      en: 'Remove the version from the Server header. Hiding it mends nothing: keep updating.',
    },
    {
      nginx: {
        ja: '次の行を http ブロックに書き、再読み込みします。',
        en: 'Put this line into the http block and reload.',
        snippet: 'server_tokens off;',
      },
      apache: {
        ja: '次の行を設定に書き、再読み込みします。',
        en: 'Put these lines into the configuration and reload.',
        snippet: 'ServerTokens Prod\nServerSignature Off',
      },
      iis: {
        ja: 'サイトの web.config に次を書きます（IIS 10.0 以降）。',
        en: 'Put this into web.config of the site (IIS 10.0 or newer).',
        snippet:
          '<system.webServer>\n  <security>\n    <requestFiltering removeServerHeader="true" />\n  </security>\n</system.webServer>',
      },
      tomcat: {
        ja: 'server.xml の Connector に server 属性を書き、Host に次の Valve を加えて再起動します。',
        en: 'Set the server attribute of the Connector in server.xml, add this Valve to the Host, and restart.',
        snippet:
          '<Connector port="8443" server="web" />\n<Valve className="org.apache.catalina.valves.ErrorReportValve" showReport="false" showServerInfo="false" />',
      },
      haproxy: {
        ja: '次の行を frontend に書き、再読み込みします。',
        en: 'Put this line into the frontend and reload.',
        snippet: 'http-response del-header Server',
      },
      'f5-bigip': {
        ja: 'HTTP プロファイルの Server Agent Name を空にするか、次の iRule を割り当てます。',
        en: 'Empty Server Agent Name in the HTTP profile, or assign this iRule.',
        snippet: 'when HTTP_RESPONSE {\n  HTTP::header remove "Server"\n}',
      },
      'aws-alb': {
        ja: 'リスナーの属性で Server ヘッダーを消します。',
        en: 'Remove the Server header with an attribute of the listener.',
        snippet:
          'aws elbv2 modify-listener-attributes --listener-arn LISTENER_ARN --attributes Key=routing.http.response.server.enabled,Value=false',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4',
    'https://cwe.mitre.org/data/definitions/200.html',
  ],
  detect: ({ 'http-response': web }) =>
    judgeDisclosure(web, ['server'], (value) =>
      value
        .slice(0, 500)
        .match(/[A-Za-z][\w.-]{0,60}\/\d+\.\d[\w.+~-]{0,40}/g)
        ?.find((token) => !constants.test(token)),
    ),
});
