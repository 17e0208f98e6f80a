import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeFirmwareDate, outdatedGateway } from './firmware-dates.ts';

/** Security releases for flaws in CISA's catalogue of exploited vulnerabilities; a newer one is one line more. */
const releases = [
  { publishedOn: '2024-04-14', advisory: 'CVE-2024-3400' },
  { publishedOn: '2024-11-18', advisory: 'CVE-2024-0012' },
  { publishedOn: '2025-02-12', advisory: 'CVE-2025-0108' },
];

export const panosVersion = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'PAN-OS の版が古いことを示すものはありません',
      en: 'Nothing shows that PAN-OS is out of date',
    },
    vulnerable: { ja: 'PAN-OS の版が古いおそれがあります', en: 'PAN-OS may be out of date' },
    why: outdatedGateway,
  },
  action: 'software-update',
  fixes: fixList(
    'curl -skI https://{host}:{port}/',
    {
      ja: '管理画面で PAN-OS の版を確かめ、推奨版（Preferred Release）へ更新します。',
      en: 'Look up the version of PAN-OS on its management page and update to the preferred release.',
    },
    {
      paloalto: {
        ja: '管理画面で PAN-OS の版を確かめ、推奨版（Preferred Release）へ更新します。',
        en: 'Look up the version of PAN-OS on its management page and update to the preferred release.',
      },
    },
  ),
  references: [
    'https://security.paloaltonetworks.com/CVE-2024-3400',
    'https://www.jpcert.or.jp/at/2024/at240009.html',
  ],
  detect: ({ 'web-gear': web }) =>
    judgeFirmwareDate(web, ['/global-protect/portal/images/favicon.ico'], releases),
});
