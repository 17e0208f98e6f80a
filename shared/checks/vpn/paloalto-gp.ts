import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const paloaltoGp = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Palo Alto Networks GlobalProtect の入口は公開されていません',
      en: 'No entrance of Palo Alto Networks GlobalProtect is public',
    },
    vulnerable: {
      ja: 'Palo Alto Networks GlobalProtect の入口が公開されています',
      en: 'The entrance of Palo Alto Networks GlobalProtect is public',
    },
    why: {
      ja: 'Palo Alto Networks GlobalProtect の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'PAN-OS を推奨版へ更新し、GlobalProtect に Threat Prevention のプロファイルを適用し、多要素認証を必須にします。',
    en: 'Update PAN-OS to the preferred release, apply a Threat Prevention profile to GlobalProtect and require multi-factor authentication.',
  }),
  references: ['https://security.paloaltonetworks.com/', 'https://www.jpcert.or.jp/at/2024/at240009.html'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'body', sign: /<prelogin-response>[\s\S]*<(?:panos-version|status)>/ },
  { in: 'body', sign: /<title>GlobalProtect(?: Portal)?<\/title>|PanGPLogin/i },
  { in: 'header', sign: /^Location: .*\/global-protect\/(?:login|portal)/ },
  { in: 'header', sign: /^Server: PanWeb Server\// },
];
