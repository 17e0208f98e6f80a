import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const movableType = defineCheck(
  adminUi({
    product: 'Movable Type',
    severity: 'low',
    power: {
      ja: 'サイトのページを書き換えられ、閲覧した住民に被害が及びます。',
      en: 'pages can be altered, to the harm of the residents who read them.',
    },
    first: {
      ja: '最新の版に更新し、管理に使う接続元だけを許可します。使っていなければ mt-xmlrpc.cgi の実行権も外します。',
      en: 'Update it and allow only your own addresses. Remove the right to execute mt-xmlrpc.cgi where nobody uses it.',
    },
    path: '/mt/',
    reference: 'https://www.movabletype.jp/documentation/mt7/security/',
    page: {
      purposes: ['movable-type'],
      title: /<title>[^<]{0,100}Movable Type[^<]{0,60}<\/title>/i,
      asset: /\/mt-static\/(?:css|js|images|jquery)[\w./-]{0,80}/,
      form: /name="__mode" value="(?:login|dashboard)"|class="[^"]{0,80}mt-/,
      cookie: /^mt_(?:user|blog_user)=/,
    },
  }),
);
