import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const rtspNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'カメラの映像（RTSP）は、利用者を確かめてから配信されます',
      en: 'Camera streams (RTSP) ask who one is',
    },
    vulnerable: {
      ja: 'カメラの映像（RTSP）が、誰でもパスワードなしで見られます',
      en: 'Camera streams (RTSP) can be watched by anyone without a password',
    },
    why: {
      ja: '防犯カメラや河川カメラの映像を、世界中の誰もが見られます。職員や来庁者が映る映像であれば、個人情報の漏えいになります。',
      en: 'Anyone in the world can watch the pictures of security or river cameras. Where staff or visitors are seen, personal data leaks.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(554, {
    ja: 'カメラの設定で RTSP の認証を有効にし、TCP 554 番を閉じ、外から見るときは VPN を通します。',
    en: 'Turn RTSP authentication on in the camera, close TCP 554 and watch through a VPN.',
  }),
  references: ['https://notice.go.jp/', 'https://www.rfc-editor.org/rfc/rfc2326.html#section-14.2'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'rtsp'),
});
