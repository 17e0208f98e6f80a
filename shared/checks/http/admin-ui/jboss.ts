import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const jboss = defineCheck(
  adminUi({
    product: 'JBoss / WildFly',
    severity: 'medium',
    power: {
      ja: '好きなプログラムをサーバーに置いて動かされ、サーバーごと乗っ取られます。',
      en: 'programs can be installed on the server, and all of it taken over.',
    },
    first: {
      ja: '管理用のインターフェース（management）を 127.0.0.1 か庁内のアドレスだけで待ち受けるようにし、古い版の jmx-console と web-console は削除します。',
      en: 'Bind the management interface to 127.0.0.1 or an inside address only, and delete jmx-console and web-console of old versions.',
    },
    path: '/console',
    reference: 'https://docs.wildfly.org/32/Admin_Guide.html#security-realms',
    page: {
      purposes: ['jboss'],
      title:
        /<title>(?:JBoss (?:JMX Management Console|Management|EAP)[^<]{0,60}|HAL Management Console|Management Interface)<\/title>/i,
      asset:
        /\/console\/(?:app|hal|js\/hal)[\w./-]{0,80}|jmx-console\/(?:images|style_master\.css)|HtmlAdaptor\?action=/,
      form: /id="hal-root|hal\.nocache\.js/,
      text: /<h1>[^<]{0,40}(?:MBean Inspector|JMX Agent View)/,
      header: ['www-authenticate', /realm="(?:JBoss JMX Console|ManagementRealm)"/],
      icons: ['799f70b71314a7508326d1d2f68f7519', '78ee71862e89db1b1870197b40d026e5'],
    },
  }),
);
