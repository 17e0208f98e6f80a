import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { badHeader } from '../missing-header.ts';
import { answersTo, judgeAnswered } from '../pages.ts';
import { isPrivate, privateAddressesIn } from '../private-address.ts';

export const bannerPrivateIp = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: { ja: '応答に内部のアドレスは現れません', en: 'Answers hold no internal addresses' },
    vulnerable: { ja: '応答に内部の IP アドレスが現れます', en: 'Answers hold internal IP addresses' },
    why: {
      ja: '内部のネットワークで使っている IP アドレスが、外部から分かります。攻撃の下調べに使われます。',
      en: 'Outsiders can read IP addresses that are used inside the network. Attackers use them to learn about it.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    "curl -sSk -0 -H 'Host:' -o /dev/null -D - https://{host}:{port}/",
    {
      ja: 'アプリケーションや前段の装置で、転送先を公開している名前で書き、内部のアドレスを含むヘッダーを消します。',
      en: 'Let the application, or the device in front of it, write redirects with the public name, and remove headers that hold internal addresses.',
    },
    {
      nginx: {
        ja: '転送先を $server_name で書き、後ろのサーバーのヘッダーを消して再読み込みします。',
        en: 'Write redirects with $server_name, hide the headers of the server behind, and reload.',
        snippet: 'server_name_in_redirect on;\nproxy_redirect http://INTERNAL_ADDRESS/ https://{name}/;',
      },
      apache: {
        ja: '次の行を仮想ホストに書き、再読み込みします。',
        en: 'Put these lines into the virtual host and reload.',
        snippet: 'ServerName {name}\nUseCanonicalName On',
      },
      iis: {
        ja: '次のコマンドで、名前のない問い合わせに返す名前を決めます。',
        en: 'With this command, choose the name for requests without one.',
        snippet:
          'appcmd set config -section:system.webServer/serverRuntime /alternateHostName:"{name}" /commit:apphost',
      },
      'f5-bigip': {
        ja: 'HTTP プロファイルの Redirect Rewrite を Matching にします。',
        en: 'Set Redirect Rewrite of the HTTP profile to Matching.',
        snippet: 'tmsh modify ltm profile http PROFILE redirect-rewrite matching',
      },
    },
  ),
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  detect: ({ 'http-response': web }) => {
    // Who was asked at an internal address learns nothing from one.
    if (isPrivate(web.endpoint.host)) return notApplicable;
    return judgeAnswered(web, () => {
      for (const answer of answersTo(web, 'root', 'redirected', 'missing-page', 'no-host', 'foreign-host')) {
        for (const [at, [name, value]] of answer.response.headers.entries()) {
          const [address] = /^(?:set-cookie|server|x-powered-by)$/i.test(name)
            ? []
            : privateAddressesIn(value);
          if (address === undefined) continue;
          return badHeader(web, answer, at, {
            ja: `${address} が現れています。`,
            en: `It holds ${address}.`,
          });
        }
      }
      return safe;
    });
  },
});
