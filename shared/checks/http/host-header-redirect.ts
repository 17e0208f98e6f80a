import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { safe } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { judgeLocation } from './location.ts';
import { judgeAsked, leadsTo } from './pages.ts';

export const hostHeaderRedirect = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: '転送先は、問い合わせに書かれた名前に左右されません',
      en: 'Redirects do not depend on the name in the request',
    },
    vulnerable: {
      ja: '転送先が、問い合わせに書かれた名前のままになります',
      en: 'Redirects lead to whatever name the request holds',
    },
    why: {
      ja: '存在しない名前で問い合わせると、その名前へ転送されました。途中の装置がこの応答を覚えると、住民が偽のサイトへ送られるおそれがあります。パスワード再設定のメールなどに同じ作りがあると、偽の名前のリンクが送られます。',
      en: 'Asked under a name that does not exist, the server redirected to that name. Where a cache keeps that answer, residents may be sent to a forged site; and where mails for resetting passwords are built the same way, they carry a forged link.',
    },
  },
  action: 'http-headers',
  fixes: fixList(
    `${curl(`-o /dev/null -D - -H 'Host: attacker.invalid'`)} | grep -i '^Location:'`,
    {
      ja: '転送先を固定の名前で書き、知らない名前での問い合わせは断ります。確認のコマンドの結果に attacker.invalid が現れなければ完了です。',
      en: 'Write the name into the redirect, and refuse requests under unknown names. It is done when attacker.invalid does not appear in what the command prints.',
    },
    {
      nginx: {
        ja: '$host を固定の名前に替え、知らない名前を断る server ブロックを加えて再読み込みします。',
        en: 'Replace $host with the name, add a server block that refuses unknown names, and reload.',
        snippet: 'server {\n    listen 80 default_server;\n    server_name _;\n    return 444;\n}',
      },
      apache: {
        ja: '最初の仮想ホストを知らない名前のためのものにし、転送先を固定の名前で書いて再読み込みします。',
        en: 'Let the first virtual host take unknown names, write the name into redirects, and reload.',
        snippet:
          '<VirtualHost *:80>\n    ServerName unknown.invalid\n    Redirect 404 /\n</VirtualHost>\nUseCanonicalName On',
      },
      iis: {
        ja: 'サイトのバインドにホスト名を指定します。',
        en: 'Give the bindings of the site a host name.',
        snippet: 'appcmd set site "SITE" /bindings:http/*:80:{name},https/*:443:{name}',
      },
      haproxy: {
        ja: '次の行を frontend に書き、再読み込みします。',
        en: 'Put this line into the frontend and reload.',
        snippet: 'http-request deny unless { req.hdr(host),field(1,:) -i {name} }',
      },
    },
  ),
  references: [
    'https://cwe.mitre.org/data/definitions/644.html',
    'https://owasp.org/www-project-web-security-testing-guide/',
  ],
  detect: ({ 'http-response': web }) =>
    judgeAsked(web, 'foreign-host', (answer) => {
      // From http to https under the name that was asked for: so a server for any name is set up, on purpose.
      if (web.data.scheme === 'http' && leadsTo(answer)?.protocol === 'https:') return safe;
      return judgeLocation(web, answer, answer.sent.find(([name]) => name === 'Host')?.[1]);
    }),
});
