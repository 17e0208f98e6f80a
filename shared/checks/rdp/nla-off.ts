import { defineCheck } from '../check.ts';
import { rdpSecurityFixes } from './fixes.ts';
import { opensBeforeLogin } from './security.ts';

export const rdpNlaOff = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'リモートデスクトップは、接続の前に認証（NLA）を求めます',
      en: 'Remote Desktop asks for a login before a session begins (NLA)',
    },
    vulnerable: {
      ja: 'リモートデスクトップが、認証の前に画面を開きます（NLA なし）',
      en: 'Remote Desktop opens a screen before anybody logs in (no NLA)',
    },
    why: {
      ja: '認証していない相手にログイン画面まで開くため、BlueKeep（CVE-2019-0708）のような弱点をパスワードなしで使われます。',
      en: 'A login screen is opened to strangers, so that flaws such as BlueKeep (CVE-2019-0708) work without a password.',
    },
  },
  action: 'close-service',
  fixes: rdpSecurityFixes,
  references: [
    'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-rdpbcgr/b2975bdc-6d56-49ee-9c57-f2ff3a0b6817',
    'https://www.jpcert.or.jp/at/2019/at190023.html',
  ],
  detect: ({ 'service-reply': replies }) => opensBeforeLogin(replies),
});
