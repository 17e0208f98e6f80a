import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { fixList } from '../fixes.ts';
import { safe } from '../verdicts.ts';

export const ftpVersion = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'info',
  text: {
    safe: { ja: 'FTP の挨拶に版数は含まれていません', en: 'The greeting of FTP tells no version' },
    vulnerable: {
      ja: 'FTP の挨拶が製品名と版数を知らせています',
      en: 'The greeting of FTP tells product and version',
    },
    why: {
      ja: '版数が分かると、その版の弱点を使った攻撃を選びやすくなります。弱点そのものではないため、参考として挙げます。',
      en: 'A known version makes it easier to choose an attack. It is no flaw by itself, hence a remark.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'nmap -Pn -p {port} -sV {host}',
    {
      ja: 'FTP サーバーの設定で、挨拶の文から製品名と版数を除きます。',
      en: 'Take product and version out of the greeting in the server’s settings.',
    },
    {
      debian: {
        ja: 'vsftpd では ftpd_banner を、ProFTPD では ServerIdent を設定します。',
        en: 'With vsftpd set ftpd_banner, with ProFTPD ServerIdent.',
        snippet: 'ftpd_banner=Welcome',
      },
    },
  ),
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'ftp', ({ greeting = '' }, accuse) =>
      /(?:ftpd?|server)\D{0,20}\d+\.\d+/i.test(greeting) ? accuse() : safe,
    ),
});
