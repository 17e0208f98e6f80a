import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const kibana = defineCheck(
  adminUi({
    product: 'Kibana',
    severity: 'medium',
    power: {
      ja: '集めた記録（アクセスの記録など、個人に関わるものを含みます）をすべて読まれます。',
      en: 'all collected logs, those about people included, can be read.',
    },
    first: {
      ja: 'Elasticsearch の認証（xpack.security.enabled: true）を有効にし、管理に使う接続元だけが到達できる場所へ移します。',
      en: 'Turn on the authentication of Elasticsearch (xpack.security.enabled: true) and move it where only administrators can reach it.',
    },
    path: '/',
    reference: 'https://www.elastic.co/guide/en/kibana/current/security-settings-kb.html',
    page: {
      purposes: [],
      header: ['kbn-name', /./],
      title: /<title>(?:Elastic|Kibana|Elastic Kibana)<\/title>/,
      asset: /\/(?:\d+\/)?bundles\/(?:app\/core|kbn-ui-shared-deps|kibana)[\w./-]{0,80}/,
      form: /<kbn-(?:csp|injected-metadata)\b|__kbnCspNotEnforced__/,
      icons: ['e43ad9b75957c46a5975ded0f85a95b4', '2145225dd4406c274c317f8d80ccf584'],
    },
  }),
);
