import { defineCheck } from '../check.ts';
import { judgeMarkers, type Marker } from '../exposed/markers.ts';
import { fixList } from '../fixes.ts';
import { notApplicable } from '../verdicts.ts';

export const pulseIvanti = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Ivanti Connect Secure（旧 Pulse Secure） の入口は公開されていません',
      en: 'No entrance of Ivanti Connect Secure (formerly Pulse Secure) is public',
    },
    vulnerable: {
      ja: 'Ivanti Connect Secure（旧 Pulse Secure） の入口が公開されています',
      en: 'The entrance of Ivanti Connect Secure (formerly Pulse Secure) is public',
    },
    why: {
      ja: 'Ivanti Connect Secure（旧 Pulse Secure） の入口は、職員が外から庁内へつなぐために公開しているもので、それ自体は欠陥ではありません。ただし VPN 装置は侵入の最初の足がかりとして最も狙われるため、版を最新に保ち、多要素認証を使い、利用者を絞る必要があります。',
      en: 'Staff reach the office through it from outside, so being public is no fault by itself. VPN devices are however what intruders try first: keep the version up to date, use multi-factor authentication and limit the users.',
    },
  },
  action: 'software-update',
  fixes: fixList('curl -skI https://{host}:{port}/', {
    ja: '最新版へ更新し、Integrity Checker Tool で改ざんの有無を確かめ、多要素認証を必須にします。サポートが終わった機器は取り替えます。',
    en: 'Update to the newest release, look for tampering with the Integrity Checker Tool and require multi-factor authentication. Replace devices whose support has ended.',
  }),
  references: [
    'https://www.ivanti.com/blog/topics/security-advisory',
    'https://www.jpcert.or.jp/at/2025/at250001.html',
  ],
  detect: ({ 'web-gear': web }) => judgeMarkers(web, markers, notApplicable),
});

const markers: readonly Marker[] = [
  { in: 'header', sign: /^Set-Cookie: DS(?:SIGNIN|SignInURL|LaunchURL|SID|BrowserID)=/i },
  { in: 'body', sign: /\/dana-na\/(?:css|imgs|auth)\/|dana-cached/ },
  { in: 'header', sign: /^Location: .*\/dana-na\// },
  { in: 'body', sign: /<title>(?:Ivanti|Pulse) Connect Secure|Welcome to (?:the )?(?:Ivanti|Pulse)/i },
];
