import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined } from '../verdicts.ts';

export const ftpExposedNoTls = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'FTP は暗号化（TLS）に対応しています', en: 'FTP offers encryption (TLS)' },
    vulnerable: { ja: 'FTP が暗号化されていません', en: 'FTP is not encrypted' },
    why: {
      ja: '利用者名、パスワード、ファイルの中身がそのまま通信路を流れます。途中で読み取った者は、ホームページのファイルを書き換えることもできます。',
      en: 'User names, passwords and files travel in clear text. Whoever reads them on the way can also change the files of the website.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    21,
    {
      ja: 'FTP をやめて SFTP（SSH）に替えるか、TLS を必須にします。公開が不要なら TCP 21 番を閉じます。',
      en: 'Replace FTP by SFTP (SSH), or require TLS. If nobody outside needs it, close TCP 21.',
    },
    {
      debian: {
        ja: 'vsftpd では /etc/vsftpd.conf に次を書き、証明書を置いて systemctl restart vsftpd を実行します。',
        en: 'With vsftpd, put this into /etc/vsftpd.conf with your certificate and run systemctl restart vsftpd.',
        snippet:
          'ssl_enable=YES\nforce_local_data_ssl=YES\nforce_local_logins_ssl=YES\nssl_tlsv1_2=YES\nrsa_cert_file=/etc/ssl/certs/ftp.pem\nrsa_private_key_file=/etc/ssl/private/ftp.key',
      },
      'windows-server': {
        ja: 'IIS マネージャーで FTP サイトの「FTP SSL の設定」を開き、証明書を選んで「SSL 接続が必要」にします。',
        en: 'In IIS Manager open FTP SSL Settings of the site, choose the certificate and Require SSL connections.',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc4217',
    'https://www.ipa.go.jp/security/vuln/websecurity/index.html',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ftp', ({ tls }, accuse) => {
      if (tls === 'no') return accuse();
      return tls === 'yes' ? safe : undetermined('no-proof');
    }),
});
