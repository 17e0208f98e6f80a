import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { showHeaders } from './confirm.ts';
import { judgeDisclosure } from './disclosure.ts';

export const aspNet = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: { ja: 'ASP.NET の版数は表示されていません', en: 'The version of ASP.NET is not disclosed' },
    vulnerable: { ja: 'ASP.NET の版数が表示されています', en: 'The version of ASP.NET is disclosed' },
    why: {
      ja: 'サイトを動かしている ASP.NET の版数が、外部から分かります。弱点のある版を探している攻撃者に見つけられやすくなります。',
      en: 'Outsiders can read which version of ASP.NET runs the site. Attackers who look for versions with known weaknesses find it more easily.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    `${showHeaders} | grep -i '^X-AspNet'`,
    {
      ja: 'ASP.NET の設定で、版数のヘッダーを止めます。ASP.NET MVC では Application_Start に MvcHandler.DisableMvcResponseHeader = true; を加えます。',
      en: 'Turn the version header off in ASP.NET. For ASP.NET MVC, add MvcHandler.DisableMvcResponseHeader = true; to Application_Start.',
    },
    {
      iis: {
        ja: 'サイトの web.config に次を書きます。',
        en: 'Put this into web.config of the site.',
        snippet: '<system.web>\n  <httpRuntime enableVersionHeader="false" />\n</system.web>',
      },
    },
  ),
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html#x-aspnet-version',
  ],
  detect: ({ 'http-response': web }) =>
    judgeDisclosure(
      web,
      ['x-aspnet-version', 'x-aspnetmvc-version'],
      (value) => /\d+\.\d[\d.]{0,20}/.exec(value)?.[0],
    ),
});
