import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const weblogic = defineCheck(
  adminUi({
    product: 'Oracle WebLogic Server',
    severity: 'medium',
    power: {
      ja: '好きなプログラムをサーバーに置いて動かされ、サーバーごと乗っ取られます。',
      en: 'programs can be installed on the server, and all of it taken over.',
    },
    first: {
      ja: '管理用のポート（管理チャネル）を分けて庁内からだけ到達できるようにし、最新の修正を当てます。',
      en: 'Give administration a port of its own that is reachable from inside only, and apply the latest patches.',
    },
    path: '/console',
    reference: 'https://docs.oracle.com/en/middleware/standalone/weblogic-server/14.1.1.0/lockd/index.html',
    page: {
      purposes: ['weblogic'],
      title: /<title>Oracle WebLogic Server Administration Console<\/title>/i,
      asset: /\/console\/framework\/skins\/wlsconsole\//,
      form: /action="\/console\/j_security_check"/,
      cookie: /^ADMINCONSOLESESSION=/,
    },
  }),
);
