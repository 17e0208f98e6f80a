import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const yamaha = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ヤマハ RTX／NVR の入口は公開されていません',
      en: 'No entrance of Yamaha RTX or NVR is public',
    },
    vulnerable: {
      ja: 'ヤマハ RTX／NVR の入口が公開されています',
      en: 'The entrance of Yamaha RTX or NVR is public',
    },
    why: {
      ja: 'ヤマハ RTX／NVR の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList(
    'curl -skI https://{host}:{port}/',
    {
      ja: 'GUI を LAN 側に限り（httpd host lan1）、ファームウェアを最新版にし、VPN の利用者ごとに長い事前共有鍵を設定します。',
      en: 'Limit the GUI to the LAN side (httpd host lan1), update the firmware, and give each VPN user a long pre-shared key.',
    },
    {
      'yamaha-rtx': {
        ja: 'GUI を LAN 側に限り（httpd host lan1）、ファームウェアを最新版にし、VPN の利用者ごとに長い事前共有鍵を設定します。',
        en: 'Limit the GUI to the LAN side (httpd host lan1), update the firmware, and give each VPN user a long pre-shared key.',
        snippet: 'httpd host lan1\ntelnetd service off\nsshd host lan1\nsave',
      },
    },
  ),
  references: ['https://www.rtpro.yamaha.co.jp/RT/FAQ/Security/index.html'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Server: .*(?:YAMAHA|RTX\d{3,4}|NVR\d{3})/i },
  { in: 'header', sign: /^WWW-Authenticate: .*realm="[^"]*(?:YAMAHA|RTX\d{3,4}|NVR\d{3})/i },
  { in: 'body', sign: /<title>[^<]*(?:RTX\d{3,4}|NVR\d{3}|YAMAHA)/i },
];
