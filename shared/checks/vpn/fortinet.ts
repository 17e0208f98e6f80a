import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const fortinet = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Fortinet SSL-VPN（FortiGate） の入口は公開されていません',
      en: 'No entrance of the SSL-VPN of a FortiGate (Fortinet) is public',
    },
    vulnerable: {
      ja: 'Fortinet SSL-VPN（FortiGate） の入口が公開されています',
      en: 'The entrance of the SSL-VPN of a FortiGate (Fortinet) is public',
    },
    why: {
      ja: 'Fortinet SSL-VPN（FortiGate） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'SSL-VPN をやめて IPsec VPN か ZTNA へ移すことを検討し、残す場合は FortiOS を推奨版へ更新し、多要素認証を必須にします。',
    en: 'Consider moving from SSL-VPN to IPsec VPN or ZTNA; where it stays, update FortiOS to the recommended release and require multi-factor authentication.',
  }),
  references: ['https://www.fortiguard.com/psirt', 'https://www.jpcert.or.jp/at/2024/at240004.html'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Set-Cookie: SVPN(?:COOKIE|NETWORKCOOKIE|TMPCOOKIE)=/ },
  { in: 'body', sign: /\/remote\/fgt_lang\?lang=|\/sslvpn\/(?:css|js)\// },
  { in: 'header', sign: /^Server: x{4,}-x{3,}$/ },
  { in: 'header', sign: /^Location: .*\/remote\/login/ },
];
