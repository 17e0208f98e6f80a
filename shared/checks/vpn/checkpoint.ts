import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const checkpoint = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Check Point（Mobile Access） の入口は公開されていません',
      en: 'No entrance of Check Point (Mobile Access) is public',
    },
    vulnerable: {
      ja: 'Check Point（Mobile Access） の入口が公開されています',
      en: 'The entrance of Check Point (Mobile Access) is public',
    },
    why: {
      ja: 'Check Point（Mobile Access） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: '最新の Jumbo Hotfix を適用し、パスワードだけのローカル利用者をなくし、多要素認証を必須にします。',
    en: 'Apply the newest Jumbo Hotfix, remove local users with a password alone and require multi-factor authentication.',
  }),
  references: [
    'https://support.checkpoint.com/results/sk/sk182336',
    'https://nvd.nist.gov/vuln/detail/CVE-2024-24919',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Server: (?:CPWS|Check Point SVN foundation)/i },
  { in: 'header', sign: /^Set-Cookie: CPCVPN_(?:SESSION_ID|BASE_HOST|OBSCURE_KEY)=/ },
  { in: 'body', sign: /<title>(?:Check Point Mobile|CPConnectra)|Check Point (?:Software|Mobile)/i },
  { in: 'body', sign: /\/sslvpn\/Login\/|\/Login\/images\/cp/ },
];
