import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const sophos = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Sophos Firewall の入口は公開されていません',
      en: 'No entrance of Sophos Firewall is public',
    },
    vulnerable: {
      ja: 'Sophos Firewall の入口が公開されています',
      en: 'The entrance of Sophos Firewall is public',
    },
    why: {
      ja: 'Sophos Firewall の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'ユーザーポータルと管理画面を WAN から閉じ、ホットフィックスの自動適用を有効にし、多要素認証を必須にします。',
    en: 'Close user portal and management to WAN, let hotfixes be applied automatically and require multi-factor authentication.',
  }),
  references: ['https://www.sophos.com/en-us/security-advisories'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'body', sign: /<title>\s*(?:Sophos|User Portal)/i },
  { in: 'body', sign: /uiLangToHTMLLangAttributeValueMapping|\/javascript\/validation\/OEM\.js/ },
  { in: 'body', sign: /\/userportal\/webpages\/|\/webconsole\/webpages\// },
  { in: 'header', sign: /^Server: xxxx$/ },
];
