import { defineCheck } from '../../check.ts';
import { adminUi } from './admin-ui.ts';

export const cpanel = defineCheck(
  adminUi({
    product: 'cPanel / WHM',
    severity: 'medium',
    power: {
      ja: 'サイト、メール、データベースのすべてを操作されます。',
      en: 'sites, mail and databases can all be altered.',
    },
    first: {
      ja: 'Host Access Control で管理に使う接続元だけを許可し、二要素認証を必須にします。',
      en: 'Allow only your own addresses in Host Access Control and require two-factor authentication.',
    },
    path: '/',
    reference: 'https://docs.cpanel.net/whm/security-center/host-access-control/',
    page: {
      purposes: [],
      title: /<title>\s*(?:cPanel|WHM|Webmail)(?: Login)?\s*<\/title>/,
      asset: /\/cPanel_magic_revision_\d+\//,
      form: /action="\/login\/(?:\?login_only=1)?"/,
      header: ['server', /^cpsrvd/],
      cookie: /^(?:cpsession|whostmgrsession|cprelogin)=/,
      icons: ['827fd6c561d4b1f932f75e0f9a17f766'],
    },
  }),
);
