import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { openToAnyone } from '../exposed/replies.ts';

export const anonymousFtp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: '匿名の FTP は受け付けられません', en: 'Anonymous FTP is refused' },
    vulnerable: { ja: 'FTP に誰でも匿名で入れます', en: 'Anyone may enter by anonymous FTP' },
    why: {
      ja: 'パスワードなしで世界中の誰もがファイル置き場に入れます。公開用として用意した場所でなければ、内部のファイルが持ち出されます。書き込める場所があれば、不正なファイルの置き場にされます。',
      en: 'Anyone in the world may enter without a password. Unless the area was made for the public, internal files can be carried off; where it can be written to, it becomes a store for others’ files.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    21,
    {
      ja: '匿名の利用を止めます。住民への配布が目的なら、ホームページ（HTTPS）からの配布に替えます。',
      en: 'Switch anonymous use off. To hand out files, use the website (HTTPS).',
    },
    {
      debian: {
        ja: '/etc/vsftpd.conf に次を書き、systemctl restart vsftpd を実行します。ProFTPD では <Anonymous> の節を削除します。',
        en: 'Put this into /etc/vsftpd.conf and run systemctl restart vsftpd. With ProFTPD, delete the <Anonymous> section.',
        snippet: 'anonymous_enable=NO',
      },
      'windows-server': {
        ja: 'IIS マネージャーで FTP サイトの「FTP 認証」を開き、匿名認証を無効にします。',
        en: 'In IIS Manager open FTP Authentication of the site and disable Anonymous Authentication.',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1635', 'https://www.rfc-editor.org/rfc/rfc2577'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'ftp'),
});
