import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const tomcatManager = defineCheck(
  adminUi({
    product: 'Tomcat Manager',
    severity: 'medium',
    power: {
      ja: '好きなプログラムをサーバーに置いて動かされ、サーバーごと乗っ取られます。',
      en: 'programs can be installed on the server, and all of it taken over.',
    },
    first: {
      ja: '使っていなければ webapps の manager と host-manager を削除します。使う場合は、META-INF/context.xml の RemoteAddrValve で接続元を限ります。',
      en: 'Delete manager and host-manager from webapps where nobody uses them. Otherwise limit the sources with the RemoteAddrValve in META-INF/context.xml.',
    },
    path: '/manager',
    reference: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    page: {
      purposes: ['tomcat-manager'],
      header: ['www-authenticate', /^Basic realm="Tomcat Manager Application"/i],
      text: /roles?[^\n]{0,80}manager-gui|tomcat-users\.xml/,
      title: /<title>(?:401 Unauthorized|\/manager)<\/title>/,
    },
  }),
);
