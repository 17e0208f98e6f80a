import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const jenkins = defineCheck(
  adminUi({
    product: 'Jenkins',
    severity: 'medium',
    power: {
      ja: '開発中のプログラムやサーバーへの接続情報を盗まれ、つながっているサーバーまで乗っ取られます。',
      en: 'programs and the keys to other servers can be stolen, and the servers behind it taken over.',
    },
    first: {
      ja: '開発に使う接続元だけが到達できる場所へ移します。「ユーザーに登録を許可」と匿名の閲覧権限を切ります。',
      en: 'Move it where only developers can reach it. Turn off sign-up and anonymous read access.',
    },
    path: '/',
    reference: 'https://www.jenkins.io/doc/book/security/',
    page: {
      purposes: ['jenkins'],
      header: ['x-jenkins', /^\d/],
      title: /<title>[^<]{0,200}\[?Jenkins\]?<\/title>/,
      asset: /\/static\/[0-9a-f]{8}\/(?:scripts|css|jsbundles|images|favicon)/,
      form: /j_spring_security_check|name="j_username"/,
      cookie: /^JSESSIONID\.[0-9a-f]{8}=/,
      icons: [
        '268ee26a1219a611828d5fd4bc4d69c0',
        '5a84c349c00d95c8ebd174ded3b50a86',
        '2b37c7f35285c341ec1f2cf7e40a3c22',
        '23e8c7bd78e8cd826c5a6073b15068b1',
      ],
    },
  }),
);
