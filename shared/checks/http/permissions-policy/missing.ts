import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { headerFixes } from '../header-fixes.ts';
import { missingHeader } from '../missing-header.ts';
import { header, judgePage } from '../pages.ts';
import { owaspHeaders } from '../references.ts';

export const permissionsPolicyMissing = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'カメラや位置情報などの機能が制限されています（Permissions-Policy）',
      en: 'Features such as camera and location are limited (Permissions-Policy)',
    },
    vulnerable: {
      ja: 'カメラや位置情報などの機能が制限されていません（Permissions-Policy）',
      en: 'Features such as camera and location are not limited (Permissions-Policy)',
    },
    why: {
      ja: 'ページに埋め込んだ外部の部品が、カメラ、マイク、位置情報などの使用を住民に求めることができます。使わない機能を止めておくと、部品が乗っ取られたときの被害が小さくなります。',
      en: 'Parts that other sites supply to a page may ask residents for camera, microphone or location. With unused features off, a part that is taken over can do less.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=()',
    first: {
      ja: '使っている機能（地図の現在地など）がある場合は、それを除きます。',
      en: 'Leave out features that the site uses, such as the location of a map.',
    },
  }),
  references: ['https://www.w3.org/TR/permissions-policy/', owaspHeaders],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const value = header(page.response, 'permissions-policy') ?? '';
      return /^\s*[a-z0-9-]+\s*=/i.test(value) ? safe : missingHeader(web, page);
    }),
});
