import { defineCheck } from '../check.ts';
import { replaceFixes } from './fixes.ts';
import { judgeKnownKey } from './known-key.ts';

export const debianWeak = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'critical',
  text: {
    safe: {
      ja: '2008 年の Debian の欠陥で作られた鍵ではありません',
      en: 'The key was not made by Debian’s faulty OpenSSL of 2006 to 2008',
    },
    vulnerable: {
      ja: '2008 年の Debian の欠陥で作られた鍵が使われています',
      en: 'The key was made by Debian’s faulty OpenSSL of 2006 to 2008',
    },
    why: {
      ja: '2006 年から 2008 年までの Debian と Ubuntu では、乱数の欠陥のため、鍵が数万通りしか作られませんでした。すべて公開されており、誰でもこのサーバーになりすまし、通信を読むことができます。',
      en: 'From 2006 to 2008 a flaw in Debian and Ubuntu allowed for some ten thousand keys only. All of them are public: anybody can impersonate this server and read its traffic.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '新しい OS で鍵を新しく作り、証明書を取得し直し、古い証明書を失効させます。',
    en: 'Make a new key on a current system, have the certificate reissued, and revoke the old one.',
  }),
  references: ['https://www.debian.org/security/2008/dsa-1571', 'https://wiki.debian.org/SSLkeys'],
  cves: ['CVE-2008-0166'],
  detect: ({ certificate }, _at, knowledge) =>
    judgeKnownKey(certificate, knowledge, 'debian', {
      ja: '鍵は Debian の欠陥による鍵の一覧にあります',
      en: 'The key is on the list of Debian’s faulty keys',
    }),
});
