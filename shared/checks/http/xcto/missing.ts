import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { headerFixes } from '../header-fixes.ts';
import { missingHeader } from '../missing-header.ts';
import { header, judgePage } from '../pages.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';

export const xctoMissing = defineCheck({
  version: 2,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ファイルの種類の推測（MIME スニッフィング）が止められています',
      en: 'Browsers are kept from guessing the type of files',
    },
    vulnerable: {
      ja: 'ファイルの種類の推測（MIME スニッフィング）が止められていません',
      en: 'Browsers are not kept from guessing the type of files',
    },
    why: {
      ja: 'ブラウザーがファイルの種類を中身から推測すると、画像や文書のつもりで公開したファイルがスクリプトとして実行されることがあります。利用者がファイルを送信できるサイトでは、とくに危険です。',
      en: 'When a browser guesses from the content, a file published as a picture or document may run as a script. This matters most where users can upload files.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'X-Content-Type-Options',
    value: 'nosniff',
    first: {
      ja: '画像やスクリプトが正しい Content-Type で送られていることを確かめます。',
      en: 'Make sure that pictures and scripts are sent with the right Content-Type.',
    },
    awsAttribute: 'routing.http.response.x_content_type_options.header_value',
    tomcatParameters: { blockContentTypeSniffingEnabled: 'true' },
  }),
  references: ['https://fetch.spec.whatwg.org/#x-content-type-options-header', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePage(web, (page) => {
      const value = header(page.response, 'x-content-type-options');
      return value?.split(',')[0]?.trim().toLowerCase() === 'nosniff' ? safe : missingHeader(web, page);
    }),
});
