import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const netscreen = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Juniper ScreenOS／SRX の入口は公開されていません',
      en: 'No entrance of Juniper ScreenOS or SRX is public',
    },
    vulnerable: {
      ja: 'Juniper ScreenOS／SRX の入口が公開されています',
      en: 'The entrance of Juniper ScreenOS or SRX is public',
    },
    why: {
      ja: 'Juniper ScreenOS／SRX の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList(
    'curl -skI https://{host}:{port}/',
    {
      ja: 'J-Web を公開側のインターフェースから外し、Junos を推奨版へ更新します。ScreenOS はサポートが終わっているため取り替えます。',
      en: 'Take J-Web off the public interface and update Junos to the recommended release. Support for ScreenOS has ended: replace it.',
    },
    {
      juniper: {
        ja: 'J-Web を公開側のインターフェースから外し、Junos を推奨版へ更新します。ScreenOS はサポートが終わっているため取り替えます。',
        en: 'Take J-Web off the public interface and update Junos to the recommended release. Support for ScreenOS has ended: replace it.',
        snippet: 'delete system services web-management https interface ge-0/0/0.0',
      },
    },
  ),
  references: [
    'https://supportportal.juniper.net/s/article/Junos-Software-Versions-Suggested-Releases-to-Consider-and-Evaluate',
    'https://nvd.nist.gov/vuln/detail/CVE-2023-36845',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'body', sign: /<title>[^<]*(?:NetScreen|Juniper (?:Networks )?Web Device Manager|Dynamic VPN)/i },
  { in: 'header', sign: /^Server: (?:Virata-EmWeb|NetScreen|Embedthis-Appweb)/i },
  { in: 'header', sign: /^Location: .*\/dynamic-vpn/ },
  { in: 'body', sign: /Juniper Networks, Inc\.|\/stylesheet\/juniper\.css/ },
];
