import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined } from '../verdicts.ts';
import { ipmiFixes, ipmiReferences } from './fixes.ts';

export const ipmiCipherZero = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'IPMI は、パスワードを確かめない方式（cipher 0）を断っています',
      en: 'IPMI refuses the suite that checks no password (cipher 0)',
    },
    vulnerable: {
      ja: 'IPMI が、パスワードを確かめない方式（cipher 0）を受け付けます',
      en: 'IPMI accepts the suite that checks no password (cipher 0)',
    },
    why: {
      ja: '利用者名だけで、パスワードを知らない者がサーバーを操作できます。電源を切られ、ディスクを書き換えられます。',
      en: 'With a user name alone, anyone operates the server: switches it off, or rewrites its disks.',
    },
  },
  action: 'close-service',
  fixes: ipmiFixes({
    ja: 'サーバー自身から cipher 0 を禁じます（最初の 1 文字が cipher 0 です）。',
    en: 'Forbid cipher 0 from the server itself (it is the first letter).',
    snippet: 'ipmitool lan set 1 cipher_privs XXXaXXXXXXXXXXX',
  }),
  references: [...ipmiReferences, 'https://nvd.nist.gov/vuln/detail/CVE-2013-4782'],
  cves: ['CVE-2013-4782'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(
      replies,
      'ipmi',
      ({ access }, accuse) =>
        access === 'open' ? accuse() : access === 'denied' ? safe : undetermined('no-proof'),
      'cipher-zero',
    ),
});
