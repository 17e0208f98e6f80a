import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const watchguard = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'WatchGuard Firebox の入口は公開されていません',
      en: 'No entrance of WatchGuard Firebox is public',
    },
    vulnerable: {
      ja: 'WatchGuard Firebox の入口が公開されています',
      en: 'The entrance of WatchGuard Firebox is public',
    },
    why: {
      ja: 'WatchGuard Firebox の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'Fireware OS を修正済みの版へ更新し、Mobile VPN の接続元と利用者を絞り、多要素認証（AuthPoint）を必須にします。',
    en: 'Update Fireware OS to a fixed release, limit sources and users of Mobile VPN and require multi-factor authentication (AuthPoint).',
  }),
  references: ['https://www.watchguard.com/wgrd-psirt/advisories'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'body', sign: /\/wgcgi\.cgi|wgcgi/ },
  { in: 'body', sign: /<title>[^<]*(?:WatchGuard|Firebox)/i },
  { in: 'body', sign: /sslvpn_logon\.shtml|WatchGuard Technologies/ },
  { in: 'header', sign: /^Location: .*sslvpn_logon\.shtml/ },
];
