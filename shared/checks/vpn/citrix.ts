import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const citrix = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Citrix NetScaler Gateway の入口は公開されていません',
      en: 'No entrance of Citrix NetScaler Gateway is public',
    },
    vulnerable: {
      ja: 'Citrix NetScaler Gateway の入口が公開されています',
      en: 'The entrance of Citrix NetScaler Gateway is public',
    },
    why: {
      ja: 'Citrix NetScaler Gateway の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'NetScaler を最新のビルドへ更新し、更新後に既存の接続をすべて切断し（kill icaconnection -all など）、多要素認証を必須にします。',
    en: 'Update NetScaler to the newest build, end all existing sessions afterwards (kill icaconnection -all and the like) and require multi-factor authentication.',
  }),
  references: [
    'https://support.citrix.com/securitybulletins',
    'https://nvd.nist.gov/vuln/detail/CVE-2023-4966',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Set-Cookie: NSC_(?:TASS|AAAC|USER|TMAS|TEMP|CERT|EPAC|BASEURL|TMAA)/ },
  { in: 'body', sign: /\/logon\/(?:LogonPoint|themes)\/|\/vpn\/js\/|_ctxstxt_|ns_gui|rdx\/core/ },
  { in: 'body', sign: /<title[^>]*>\s*(?:Citrix|NetScaler) (?:Gateway|AAA)/i },
  { in: 'header', sign: /^Location: .*\/(?:vpn\/index\.html|logon\/LogonPoint)/ },
];
