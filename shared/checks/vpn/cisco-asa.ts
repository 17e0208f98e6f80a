import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const ciscoAsa = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Cisco ASA／FTD（AnyConnect） の入口は公開されていません',
      en: 'No entrance of Cisco ASA or FTD (AnyConnect) is public',
    },
    vulnerable: {
      ja: 'Cisco ASA／FTD（AnyConnect） の入口が公開されています',
      en: 'The entrance of Cisco ASA or FTD (AnyConnect) is public',
    },
    why: {
      ja: 'Cisco ASA／FTD（AnyConnect） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'ASA／FTD を修正済みの版へ更新し、サポートが終わった ASA 5500-X は取り替え、多要素認証を必須にします。',
    en: 'Update ASA or FTD to a fixed release, replace ASA 5500-X devices whose support has ended and require multi-factor authentication.',
  }),
  references: [
    'https://sec.cloudapps.cisco.com/security/center/publicationListing.x',
    'https://nvd.nist.gov/vuln/detail/CVE-2025-20333',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Set-Cookie: webvpn(?:login|_portal|context|lang|aac|Lang|_as)?=/i },
  { in: 'body', sign: /\+CSCO(?:E|U|T|L)\+|CSCOSSLC/ },
  { in: 'header', sign: /^Location: .*(?:\+CSCOE\+|\+webvpn\+)/ },
  { in: 'body', sign: /<title>(?:SSL VPN Service|WebVPN Service)|SSL VPN Service/ },
];
