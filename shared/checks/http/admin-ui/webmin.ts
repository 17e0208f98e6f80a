import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const webmin = defineCheck(
  adminUi({
    product: 'Webmin',
    severity: 'medium',
    power: {
      ja: 'サーバーの設定をすべて変えられ、乗っ取られます。',
      en: 'every setting of the server can be changed, and all of it taken over.',
    },
    first: {
      ja: 'Webmin の「IP アクセス制御」で、管理に使う接続元だけを許可し、最新の版に更新します。',
      en: 'Allow only your own addresses under "IP Access Control" in Webmin, and update it.',
    },
    path: '/',
    reference: 'https://webmin.com/docs/modules/webmin-configuration/',
    page: {
      purposes: [],
      title: /<title>(?:Login to Webmin|[^<]{0,100}Webmin[^<]{0,60})<\/title>/,
      form: /action=["']?\/?session_login\.cgi|data-webmin|unauthenticated\/(?:css|js)\//,
      header: ['server', /^MiniServ\//],
      cookie: /^testing=1/,
    },
  }),
);
