import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeFirmwareDate, outdatedGateway } from './firmware-dates.ts';

/** Security releases for flaws in CISA's catalogue of exploited vulnerabilities; a newer one is one line more. */
const releases = [
  { publishedOn: '2024-04-24', advisory: 'cisco-sa-asaftd-persist-rce, CVE-2024-20359' },
  { publishedOn: '2025-09-25', advisory: 'cisco-sa-asaftd-webvpn-z5xP8EUB, CVE-2025-20333' },
];

export const asaVersion = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Cisco ASA/FTD の版が古いことを示すものはありません',
      en: 'Nothing shows that Cisco ASA/FTD is out of date',
    },
    vulnerable: { ja: 'Cisco ASA/FTD の版が古いおそれがあります', en: 'Cisco ASA/FTD may be out of date' },
    why: outdatedGateway,
  },
  action: 'software-update',
  fixes: fixList(
    'curl -skI https://{host}:{port}/',
    {
      ja: 'show version で版を確かめ、Cisco Software Checker で修正済みとされる版へ更新します。サポートが終わった機種は取り替えます。',
      en: 'Look up the version with show version and update to a release that the Cisco Software Checker calls fixed. Replace models whose support has ended.',
    },
    {
      'cisco-ios': {
        ja: 'show version で版を確かめ、Cisco Software Checker で修正済みとされる版へ更新します。サポートが終わった機種は取り替えます。',
        en: 'Look up the version with show version and update to a release that the Cisco Software Checker calls fixed. Replace models whose support has ended.',
      },
    },
  ),
  references: [
    'https://sec.cloudapps.cisco.com/security/center/resources/asa_ftd_continued_attacks',
    'https://nvd.nist.gov/vuln/detail/CVE-2025-20333',
  ],
  detect: ({ 'web-gear': web }) => judgeFirmwareDate(web, ['/+CSCOE+/logo.gif', '/+CSCOE+/win.js'], releases),
});
