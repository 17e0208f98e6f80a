import { defineCheck } from '../check.ts';
import { rdpSecurityFixes } from './fixes.ts';
import { acceptsOldEncryption } from './security.ts';

export const rdpStdRdpSecurity = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'リモートデスクトップは、独自の古い暗号を使いません',
      en: 'Remote Desktop does not use its own old encryption',
    },
    vulnerable: {
      ja: 'リモートデスクトップが、独自の古い暗号（標準 RDP セキュリティ）を受け付けます',
      en: 'Remote Desktop accepts its own old encryption (standard RDP security)',
    },
    why: {
      ja: 'サーバーが本物かを確かめられない古い暗号です。通信の途中に割り込んだ者が、入力したパスワードや画面を読めます。',
      en: 'It cannot tell whether the server is the real one: someone in between reads passwords and screens.',
    },
  },
  action: 'close-service',
  fixes: rdpSecurityFixes,
  references: [
    'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-rdpbcgr/b2975bdc-6d56-49ee-9c57-f2ff3a0b6817',
    'https://www.jpcert.or.jp/at/2019/at190023.html',
  ],
  detect: ({ 'service-reply': replies }) => acceptsOldEncryption(replies),
});
