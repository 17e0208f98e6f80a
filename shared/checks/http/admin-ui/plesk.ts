import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const plesk = defineCheck(
  adminUi({
    product: 'Plesk',
    severity: 'medium',
    power: {
      ja: 'サイト、メール、データベースのすべてを操作されます。',
      en: 'sites, mail and databases can all be altered.',
    },
    first: {
      ja: '「管理アクセスの制限」で管理に使う接続元だけを許可し、二要素認証を有効にします。',
      en: 'Allow only your own addresses under "Restrict administrative access" and turn on two-factor authentication.',
    },
    path: '/login_up.php',
    reference: 'https://docs.plesk.com/en-US/obsidian/administrator-guide/59464/',
    page: {
      purposes: [],
      title: /<title>(?:Parallels )?Plesk [^<]{0,80}<\/title>/,
      form: /name="login_name"|plesk-build/i,
      asset: /\/(?:theme|theme-skins|ui-library|modules)\/[\w./-]{0,80}plesk[\w./-]{0,80}\.(?:js|css)/i,
      header: ['x-powered-by', /^Plesk/i],
      cookie: /^PLESKSESSID/,
    },
  }),
);
