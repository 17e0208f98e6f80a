import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const wordpressLogin = defineCheck(
  adminUi({
    product: 'WordPress',
    severity: 'low',
    power: {
      ja: 'サイトのページを書き換えられ、閲覧した住民に被害が及びます。',
      en: 'pages can be altered, to the harm of the residents who read them.',
    },
    first: {
      ja: '管理に使う接続元だけを許可し、管理者の二要素認証を有効にします。使っていなければ xmlrpc.php も断ります。',
      en: 'Allow only your own addresses and turn on two-factor authentication for administrators. Refuse xmlrpc.php as well where nobody uses it.',
    },
    path: '/wp-login.php',
    reference: 'https://developer.wordpress.org/advanced-administration/security/hardening/',
    page: {
      purposes: ['wordpress'],
      form: /id="(?:loginform|user_login)"|name="log"/,
      asset: /\/wp-(?:includes|admin)\/(?:css|js)\/[\w./-]{0,80}\.(?:css|js)/,
      cookie: /^wordpress_test_cookie=/,
      title: /<title>[^<]{0,200}(?:&#8212;|—|-) WordPress<\/title>/,
    },
  }),
);
