import { defineCheck } from '../check.ts';
import { judgeFiles, pageAndFiles } from './beside-page.ts';
import { judgeExposure } from './exposure.ts';
import { limitPathFixes } from './exposure-fixes.ts';
import { bodySigns, type FileResponse, isServed, type Signs } from './files.ts';

export const serverStatus = defineCheck({
  version: 2,
  needs: pageAndFiles,
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
  fixes: limitPathFixes({
    first: {
      ja: '使っていなければ、この機能（server-status、stub_status、HAProxy の stats）を設定から消します。監視に使っている場合は、監視サーバーのアドレスだけを許可します。',
      en: 'Remove the feature (server-status, stub_status, HAProxy’s stats) where nobody uses it. Where it is used for monitoring, allow only the address of the monitoring server.',
    },
    path: '{path}',
  }),
  references: [
    'https://httpd.apache.org/docs/2.4/mod/mod_status.html',
    'https://nginx.org/en/docs/http/ngx_http_stub_status_module.html',
    'https://docs.haproxy.org/2.8/configuration.html#4-stats%20enable',
  ],
  detect: (evidence) => judgeFiles(evidence, (files) => judgeExposure(files, ['server-status'], statusPage)),
});

/** As Apache, nginx, lighttpd and HAProxy write it. */
function statusPage(response: FileResponse): Signs | undefined {
  if (!isServed(response)) return undefined;
  return (
    bodySigns(
      response,
      /Apache Server Status for/,
      /Server (?:Version|uptime):/i,
      /requests currently being processed/,
    ) ??
    bodySigns(response, /^Active connections: \d+/, /server accepts handled requests/) ??
    bodySigns(response, /<title>Status<\/title>/, /<h1>Server-Status/i, /Absolute \(since start\)/i) ??
    bodySigns(response, /<title>Statistics Report for HAProxy/, /General process information/)
  );
}
