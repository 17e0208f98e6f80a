import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const solr = defineCheck(
  adminUi({
    product: 'Apache Solr',
    severity: 'medium',
    power: {
      ja: '検索用に集めた文書をすべて読まれ、版によってはサーバーを乗っ取られます。',
      en: 'all indexed documents can be read and, depending on the version, the server taken over.',
    },
    first: {
      ja: '庁内からだけ到達できるようにし、認証（security.json の BasicAuthPlugin）を有効にします。',
      en: 'Make it reachable from inside only, and turn on authentication (BasicAuthPlugin in security.json).',
    },
    path: '/solr',
    reference: 'https://solr.apache.org/guide/solr/latest/deployment-guide/securing-solr.html',
    page: {
      purposes: ['solr'],
      title: /<title(?: ng-bind-template="[^"]{0,80}")?>Solr Admin<\/title>/,
      asset: /(?:js\/angular\/app\.js|css\/angular\/common\.css|img\/favicon\.ico)\?_=\d/,
      form: /ng-app="solrAdminApp"/,
      icons: ['ce83d230195be7e6d3f1513cc5057da5'],
    },
  }),
);
