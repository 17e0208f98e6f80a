import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined } from '../verdicts.ts';
import { ipmiFixes, ipmiReferences } from './fixes.ts';

export const anonymousIpmi = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'IPMI は匿名の利用を断っています', en: 'IPMI refuses anonymous use' },
    vulnerable: { ja: 'IPMI が匿名の利用を許しています', en: 'IPMI allows anonymous use' },
    why: {
      ja: '利用者名もパスワードも空のまま、サーバーの遠隔管理に入れる設定です。',
      en: 'It is set to let somebody in with neither user name nor password.',
    },
  },
  action: 'close-service',
  fixes: ipmiFixes({
    ja: 'サーバー自身から、名前のない利用者（1 番）を無効にし、認証なしを禁じます。',
    en: 'From the server itself, disable the user without a name (number 1) and forbid access without authentication.',
    snippet: 'ipmitool user disable 1\nipmitool lan set 1 auth ADMIN MD5',
  }),
  references: ipmiReferences,
  detect: ({ 'service-reply': replies }) =>
    judgeReply(
      replies,
      'ipmi',
      ({ completion, anonymous, noPassword }, accuse) => {
        if (completion !== '0') return undetermined('no-proof');
        return anonymous === 'yes' || noPassword === 'yes' ? accuse() : safe;
      },
      'auth-capabilities',
    ),
});
