import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const seil = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: { ja: 'IIJ SEIL の入口は公開されていません', en: 'No entrance of IIJ SEIL is public' },
    vulnerable: { ja: 'IIJ SEIL の入口が公開されています', en: 'The entrance of IIJ SEIL is public' },
    why: {
      ja: 'IIJ SEIL の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'ファームウェアを最新版へ更新し、インターネット側からの管理画面とリモートアクセスの接続元を限ります。',
    en: 'Update the firmware to the newest release, and limit who may reach management and remote access from the Internet.',
  }),
  references: ['https://www.seil.jp/support/security/'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Server: .*\bSEIL\b/i },
  { in: 'header', sign: /^WWW-Authenticate: .*realm="[^"]*SEIL/i },
  { in: 'body', sign: /<title>[^<]*SEIL(?:\/| )/i },
];
