import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { passwordFixes } from '../password-fixes.ts';

export const passwordAuth = defineCheck({
  version: 1,
  needs: ['ssh-keys'],
  optIn: 'ssh-auth-methods',
  severity: 'low',
  text: {
    safe: { ja: 'SSH はパスワードでのログインを受け付けません', en: 'SSH accepts no passwords' },
    vulnerable: { ja: 'SSH がパスワードでのログインを受け付けます', en: 'SSH accepts passwords' },
    why: {
      ja: '世界中から絶えずパスワードを試されます。推測しやすいものや使い回しが一つあれば入られます。公開鍵だけにすると、試行そのものが成り立ちません。',
      en: 'Passwords are tried without pause from all over the world, and one weak or reused one is enough. With public keys alone there is nothing to try.',
    },
  },
  action: 'ssh-settings',
  fixes: passwordFixes,
  references: [
    'https://man.openbsd.org/sshd_config#PasswordAuthentication',
    'https://www.jpcert.or.jp/newsflash/2020031901.html',
  ],
  detect: ({ 'ssh-keys': evidence }) =>
    judge(evidence.data.authMethods, {
      no: notApplicable,
      yes: ({ methods }) => {
        const at = methods.findIndex((name) => name === 'password' || name === 'keyboard-interactive');
        if (at === -1) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proofAt(evidence, ['authMethods', 'value', 'methods', at])],
          ...(methods[at] === 'password' ? {} : askedInDialog),
        };
      },
    }),
});

/** A dialog may ask for a second factor as well. */
const askedInDialog = {
  confidence: 'inferred',
  detail: {
    ja: '対話式の認証（keyboard-interactive）を受け付けます。二要素認証であれば問題ありません。',
    en: 'It accepts keyboard-interactive login, which is well if it asks for a second factor.',
  },
} as const;
