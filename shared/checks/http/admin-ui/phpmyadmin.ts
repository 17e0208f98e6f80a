import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const phpMyAdmin = defineCheck(
  adminUi({
    product: 'phpMyAdmin',
    severity: 'medium',
    power: {
      ja: 'データベースの中身をすべて読み書きされ、住民の情報が盗まれます。',
      en: 'everything in the database can be read and altered; residents’ data is stolen.',
    },
    first: {
      ja: '使っていなければ削除します。使う場合は最新の版に更新します。',
      en: 'Delete it where nobody uses it; otherwise update it.',
    },
    path: '/phpmyadmin',
    reference: 'https://docs.phpmyadmin.net/en/latest/setup.html#securing-your-phpmyadmin-installation',
    page: {
      purposes: ['phpmyadmin'],
      title: /<title>[^<]{0,200}phpMyAdmin(?: [\d.]{1,20})?\s*<\/title>/,
      asset: /(?:js\/dist\/|js\/vendor\/|themes\/)(?:[\w.-]{1,40}\/){0,4}[\w.-]{1,60}\.(?:js|css)\?v=\d/,
      form: /name="pma_username"/,
      cookie: /^(?:phpMyAdmin|pma_lang|pmaCookieVer)(?:_https)?=/,
      icons: [
        '531b63a51234bb06c9d77f219eb25553',
        'd037ef2f629a22ddadcf438e6be7a325',
        '02dd7453848213a7b5277556bcc46307',
      ],
    },
  }),
);
