import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeFirmwareDate, outdatedGateway } from './firmware-dates.ts';

/** Security releases for flaws in CISA's catalogue of exploited vulnerabilities; a newer one is one line more. */
const releases = [
  { publishedOn: '2023-06-12', advisory: 'FG-IR-23-097, CVE-2023-27997' },
  { publishedOn: '2024-02-08', advisory: 'FG-IR-24-015, CVE-2024-21762' },
  { publishedOn: '2025-01-14', advisory: 'FG-IR-24-535, CVE-2024-55591' },
];

export const fortiosBuild = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'FortiOS の版が古いことを示すものはありません',
      en: 'Nothing shows that FortiOS is out of date',
    },
    vulnerable: { ja: 'FortiOS の版が古いおそれがあります', en: 'FortiOS may be out of date' },
    why: outdatedGateway,
  },
  action: 'software-update',
  fixes: fixList(
    'curl -skI https://{host}:{port}/',
    {
      ja: '管理画面で FortiOS の版を確かめ、サポート中の系列の推奨版へ更新します。更新の前に設定を保存し、更新後に管理者と VPN 利用者のパスワードを替えます。',
      en: 'Look up the version of FortiOS on its management page and update to the recommended release of a supported line. Save the configuration first; change the passwords of administrators and VPN users afterwards.',
    },
    {
      fortinet: {
        ja: '管理画面で FortiOS の版を確かめ、サポート中の系列の推奨版へ更新します。更新の前に設定を保存し、更新後に管理者と VPN 利用者のパスワードを替えます。',
        en: 'Look up the version of FortiOS on its management page and update to the recommended release of a supported line. Save the configuration first; change the passwords of administrators and VPN users afterwards.',
      },
    },
  ),
  references: [
    'https://www.fortiguard.com/psirt/FG-IR-24-015',
    'https://www.jpcert.or.jp/at/2024/at240004.html',
  ],
  detect: ({ 'web-gear': web }) => judgeFirmwareDate(web, ['/remote/fgt_lang?lang=en'], releases),
});
