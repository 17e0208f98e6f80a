import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const grafana = defineCheck(
  adminUi({
    product: 'Grafana',
    severity: 'low',
    power: {
      ja: '監視しているサーバーの構成や状態がすべて知られます。',
      en: 'the layout and state of every monitored server become known.',
    },
    first: {
      ja: '管理に使う接続元だけが到達できる場所へ移し、匿名の閲覧（auth.anonymous）と利用者登録を切ります。',
      en: 'Move it where only administrators can reach it, and turn off anonymous access (auth.anonymous) and sign-up.',
    },
    path: '/',
    reference: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/',
    page: {
      purposes: [],
      title: /<title>Grafana<\/title>/,
      asset: /public\/build\/(?:grafana\.)?[\w.-]{1,80}\.(?:js|css)/,
      text: /window\.grafanaBootData/,
      cookie: /^grafana_session=/,
      icons: [
        'ef07026465d7b449a9759132486d1e3b',
        'bcc4933f81eff43e5d9bcc5b2828aa70',
        'b204c198a410e5ee28346c4a2110535e',
        'c00da11c81f9b887eed4123daee89909',
      ],
    },
  }),
);
