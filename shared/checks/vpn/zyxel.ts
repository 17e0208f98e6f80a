import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const zyxel = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Zyxel（USG FLEX／ATP） の入口は公開されていません',
      en: 'No entrance of Zyxel (USG FLEX or ATP) is public',
    },
    vulnerable: {
      ja: 'Zyxel（USG FLEX／ATP） の入口が公開されています',
      en: 'The entrance of Zyxel (USG FLEX or ATP) is public',
    },
    why: {
      ja: 'Zyxel（USG FLEX／ATP） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'ファームウェアを最新版へ更新し、WAN からの管理を無効にし、多要素認証を必須にします。',
    en: 'Update the firmware to the newest release, turn management from WAN off and require multi-factor authentication.',
  }),
  references: ['https://www.zyxel.com/global/en/support/security-advisories'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'body', sign: /zyFunction\.js|\/ext-js\/(?:app|web)-|weblogin\.cgi/ },
  { in: 'body', sign: /<title>[^<]*(?:ZyWALL|USG|ATP\d|VPN\d{2,3}|Zyxel)/i },
  { in: 'header', sign: /^Server: (?:ZyWALL|Zyxel)/i },
  { in: 'header', sign: /^Set-Cookie: (?:zy_pc_browser|arip)=/ },
];
