import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const sonicwall = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'SonicWall（SMA／SSL-VPN） の入口は公開されていません',
      en: 'No entrance of SonicWall (SMA or SSL-VPN) is public',
    },
    vulnerable: {
      ja: 'SonicWall（SMA／SSL-VPN） の入口が公開されています',
      en: 'The entrance of SonicWall (SMA or SSL-VPN) is public',
    },
    why: {
      ja: 'SonicWall（SMA／SSL-VPN） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'SonicOS または SMA を最新版へ更新し、ローカル利用者のパスワードを替え、多要素認証を必須にします。SMA 100 はサポート終了に合わせて取り替えます。',
    en: 'Update SonicOS or SMA to the newest release, change the passwords of local users and require multi-factor authentication. Replace SMA 100 before its support ends.',
  }),
  references: [
    'https://psirt.global.sonicwall.com/vuln-list',
    'https://www.jpcert.or.jp/at/2021/at210006.html',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Server: SonicWALL/i },
  { in: 'body', sign: /<title>[^<]*(?:Virtual Office|SonicWall)/i },
  { in: 'header', sign: /^Location: .*(?:\/cgi-bin\/welcome|sslvpnLogin\.html|auth\.html)/ },
  { in: 'body', sign: /\/cgi-bin\/(?:welcome|userLogin)|sonicwall\.com|swl_login/i },
];
