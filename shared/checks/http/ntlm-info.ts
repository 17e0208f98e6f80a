import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { badHeader } from './missing-header.ts';
import { type NtlmChallenge, parseNtlmChallenge } from './ntlm-challenge.ts';
import { exchangesFor, headers, judgeAnswered, unanswered } from './pages.ts';

export const ntlmInfo = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'Windows の内部の名前は分かりません（NTLM）',
      en: 'Internal names of Windows are not told (NTLM)',
    },
    vulnerable: {
      ja: 'Windows の内部の名前や版が分かります（NTLM）',
      en: 'Internal names and versions of Windows are told (NTLM)',
    },
    why: {
      ja: 'ログインする前に、サーバーの名前、ドメインの名前、Windows の版を誰にでも知らせます。職員の利用者名を推し量ったり、狙う弱点を選んだりするのに使われます。',
      en: 'Before anybody signs in, the server tells its name, its domain and its version of Windows. That helps to guess user names of staff and to choose weaknesses.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    `${curl("-o /dev/null -D - -H 'Authorization: NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGNFAAAADw=='")} | grep -i '^WWW-Authenticate: NTLM '`,
    {
      ja: '外部に公開しているページの Windows 認証（NTLM）を止め、フォーム認証やシングルサインオンに替えるか、VPN の内側に移します。',
      en: 'Turn off Windows authentication (NTLM) on pages that face the Internet: use a login form or single sign-on, or move them behind the VPN.',
    },
    {
      iis: {
        ja: 'サイトの Windows 認証を無効にします。',
        en: 'Disable Windows authentication of the site.',
        snippet: 'appcmd set config "SITE" -section:windowsAuthentication /enabled:false /commit:apphost',
      },
    },
  ),
  references: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/801a4681-8809-4be9-ab0d-61dcfe762786',
    'https://cwe.mitre.org/data/definitions/200.html',
  ],
  detect: ({ 'http-response': web }) =>
    judgeAnswered(web, () => {
      const [exchange] = exchangesFor(web, 'ntlm');
      if (exchange === undefined) return notApplicable;
      if (exchange.response.outcome !== 'yes') return unanswered(exchange.response);
      const answer = { index: exchange.index, url: exchange.url, response: exchange.response.value };
      for (const { at, value } of headers(answer.response, 'www-authenticate')) {
        const told = parseNtlmChallenge(value);
        if (told === undefined) continue;
        return badHeader(web, answer, at, inWords(told));
      }
      return safe;
    }),
});

function inWords({ computer, domain, build }: NtlmChallenge) {
  const shown = [computer, domain, build]
    .filter((part) => part !== null)
    .map((part) => part.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, 80))
    .join(', ');
  return { ja: `「${shown}」と分かります。`, en: `It tells "${shown}".` };
}
