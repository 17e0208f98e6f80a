import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { curl } from '../confirm.ts';
import { headers, judgeAsked, proofIn } from '../pages.ts';

export const methodTrace = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: { ja: 'TRACE メソッドは使えません', en: 'The TRACE method is not served' },
    vulnerable: { ja: 'TRACE メソッドが使えます', en: 'The TRACE method is served' },
    why: {
      ja: 'サーバーが、受け取った内容をそのまま送り返します。途中の装置が付け加えた内部の情報が外から見えるほか、ほかの弱点と組み合わせて Cookie を読み出す攻撃に使われます。公開サイトには必要のない機能です。',
      en: 'The server sends back whatever it received. What devices on the way added can be read from outside, and together with other weaknesses it is used to read cookies. Public sites do not need it.',
    },
  },
  action: 'http-headers',
  fixes: fixList(
    curl('-X TRACE -o /dev/null -w "%{http_code}\\n"'),
    {
      ja: 'Web サーバーまたは前段の装置で TRACE を断ります。確認のコマンドが 200 以外を表示すれば完了です。',
      en: 'Refuse TRACE on the web server or the device in front of it. It is done when the command prints anything but 200.',
    },
    {
      nginx: {
        ja: 'nginx は TRACE に答えません。後ろのサーバーが答えている場合は、次を server ブロックに書きます。',
        en: 'nginx itself does not serve TRACE. Where a server behind it does, put this into the server block.',
        snippet: 'if ($request_method = TRACE) { return 405; }',
      },
      apache: {
        ja: '次の行を設定に書き、再読み込みします。',
        en: 'Put this line into the configuration and reload.',
        snippet: 'TraceEnable Off',
      },
      iis: {
        ja: 'サイトの web.config に次を書きます。',
        en: 'Put this into web.config of the site.',
        snippet:
          '<system.webServer><security><requestFiltering><verbs>\n  <add verb="TRACE" allowed="false" />\n</verbs></requestFiltering></security></system.webServer>',
      },
      tomcat: {
        ja: 'server.xml の Connector で allowTrace を false にし、再起動します。',
        en: 'Set allowTrace to false on the Connector in server.xml and restart.',
        snippet: '<Connector port="8443" allowTrace="false" />',
      },
      haproxy: {
        ja: '次の行を frontend に書き、再読み込みします。',
        en: 'Put this line into the frontend and reload.',
        snippet: 'http-request deny deny_status 405 if { method TRACE }',
      },
      'f5-bigip': {
        ja: '次の iRule を作り、仮想サーバーに割り当てます。',
        en: 'Create this iRule and assign it to the virtual server.',
        snippet: 'when HTTP_REQUEST {\n  if { [HTTP::method] eq "TRACE" } { HTTP::respond 405 }\n}',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.8',
    'https://cwe.mitre.org/data/definitions/693.html',
  ],
  detect: ({ 'http-response': web }) =>
    judgeAsked(web, 'trace', (answer) => {
      const { status, body } = answer.response;
      const sent = answer.sent.find(([name]) => name === 'X-Enkaku-Control')?.[1];
      const type = headers(answer.response, 'content-type')[0];
      const echoed = sent !== undefined && sent !== '' && body.includes(sent);
      if (status !== 200 || !echoed || !/^\s*message\/http/i.test(type?.value ?? '')) return safe;
      const proof = [proofIn(web, answer, ['body'], sent), proofIn(web, answer, ['status'])] as const;
      return { verdict: 'vulnerable', confidence: 'verified', proof };
    }),
});
