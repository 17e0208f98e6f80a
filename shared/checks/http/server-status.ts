import { defineCheck } from '../check.ts';
import { allOf, judgeExposure } from './exposure.ts';
import { closePathFixes } from './exposure-fixes.ts';

export const serverStatus = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Web サーバーの稼働状況（server-status）は公開されていません',
      en: 'The activity of the web server (server-status) is not public',
    },
    vulnerable: {
      ja: 'Web サーバーの稼働状況（server-status）が公開されています',
      en: 'The activity of the web server (server-status) is public',
    },
    why: {
      ja: 'いま誰がどのページを見ているか（閲覧者のアドレスと、見ているページのアドレス）が、外部から分かる状態です。住民の閲覧の内容や、公開していないページの存在が知られてしまいます。',
      en: 'Outsiders can see who is looking at which page right now. What residents read, and pages that were never announced, become known.',
    },
  },
  action: 'web-exposure',
  fixes: closePathFixes({
    first: {
      ja: '監視に使っている場合は、監視サーバーのアドレスだけを許可します。',
      en: 'Where it is used for monitoring, allow only the address of the monitoring server.',
    },
    path: '/server-status',
    nginx: 'location = /server-status { return 404; }',
    apache: '<Location "/server-status">\n    Require local\n</Location>',
  }),
  references: ['https://httpd.apache.org/docs/2.4/mod/mod_status.html'],
  detect: ({ 'http-response': web }) =>
    judgeExposure(web, ['server-status'], ({ body }) =>
      allOf(
        body,
        /Apache Server Status for/,
        /Server (?:Version|uptime):/i,
        /requests currently being processed/,
      ),
    ),
});
