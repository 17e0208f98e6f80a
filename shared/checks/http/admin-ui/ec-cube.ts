import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const ecCube = defineCheck(
  adminUi({
    product: 'EC-CUBE',
    severity: 'low',
    power: {
      ja: '申込者や購入者の情報を盗まれ、ページに偽の入力欄を仕込まれます。',
      en: 'data about customers can be stolen, and forged forms planted in pages.',
    },
    first: {
      ja: '管理画面の URL を初期値から変え、「IP アドレス制限」で管理に使う接続元だけを許可します。',
      en: 'Change the path of the administration from its default and allow only your own addresses in its settings.',
    },
    path: '/admin',
    reference: 'https://www.ec-cube.net/info/weakness/',
    page: {
      purposes: ['ec-cube'],
      title: /<title>[^<]{0,100}(?:EC-CUBE|管理画面|管理機能)[^<]{0,60}<\/title>/,
      asset:
        /\/(?:html\/)?template\/admin\/(?:assets\/)?[\w./-]{0,80}\.(?:css|js|svg|png)|\/user_data\/packages\/admin\//,
      form: /name="login_id"/,
      cookie: /^eccube=|^ECSESSID=/,
    },
  }),
);
