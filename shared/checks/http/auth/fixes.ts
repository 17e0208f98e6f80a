import type { Check } from '../../check.ts';
import { curl } from '../confirm.ts';
import { httpsFixes } from '../https-fixes.ts';

/** The page and where its form leads, both over HTTPS. */
export const loginFixes: Check['fixes'] = [
  ...httpsFixes.slice(0, -1),
  {
    product: 'any',
    steps: {
      ja: 'ログイン画面を HTTPS で表示し、入力内容の送り先（form の action）も https:// にします。http:// への接続は https:// へ転送します。',
      en: 'Serve the login page over HTTPS, let its form send to https:// (the action of form), and redirect http:// to https://.',
    },
    confirm: `${curl('')} | grep -io '<form[^>]*>'`,
  },
];
