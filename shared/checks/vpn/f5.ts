import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const f5 = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: { ja: 'F5 BIG-IP APM の入口は公開されていません', en: 'No entrance of F5 BIG-IP APM is public' },
    vulnerable: {
      ja: 'F5 BIG-IP APM の入口が公開されています',
      en: 'The entrance of F5 BIG-IP APM is public',
    },
    why: {
      ja: 'F5 BIG-IP APM の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: 'BIG-IP を修正済みの版へ更新し、管理画面（TMUI）を公開側から閉じ、多要素認証を必須にします。',
    en: 'Update BIG-IP to a fixed release, close the management page (TMUI) to the outside and require multi-factor authentication.',
  }),
  references: ['https://my.f5.com/manage/s/article/K000137353'],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Set-Cookie: (?:MRHSession|LastMRH_Session|F5_ST)=/ },
  { in: 'header', sign: /^Location: .*\/my\.policy/ },
  { in: 'header', sign: /^Server: Big-?IP$/i },
  { in: 'body', sign: /\/public\/include\/(?:js|css)\/|\/vdesk\/|BIG-IP(?:&reg;)? (?:logout|APM)/i },
];
