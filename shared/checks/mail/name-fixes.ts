import type { Text } from '../../model/text.ts';
import { fixList } from '../fixes.ts';

/** The name of a mail server, where each product keeps it. */
export function serverNameFixes(what: Text) {
  return fixList("printf 'EHLO check\\r\\nQUIT\\r\\n' | nc -w 5 {host} {port}", what, {
    postfix: {
      ja: '公開している名前を指定して次を実行し、postfix reload で反映します。',
      en: 'Run this with the public name, then postfix reload.',
      snippet: "postconf -e 'myhostname = MAIL_SERVER_NAME'",
    },
    exim: {
      ja: '設定に次を書き、再起動します。',
      en: 'Put this into the configuration and restart.',
      snippet: 'primary_hostname = MAIL_SERVER_NAME',
    },
    sendmail: {
      ja: 'sendmail.mc に次を書き、作り直して再起動します。',
      en: 'Put this into sendmail.mc, rebuild and restart.',
      snippet: "define(`confDOMAIN_NAME', `MAIL_SERVER_NAME')dnl",
    },
    exchange: {
      ja: 'インターネットから受け取る受信コネクタと、送信コネクタの名前（FQDN）を変えます。',
      en: 'Change the FQDN of the receive connector that faces the Internet, and that of the send connector.',
      snippet: [
        'Set-ReceiveConnector "SERVER\\Default Frontend SERVER" -Fqdn MAIL_SERVER_NAME',
        'Set-SendConnector "Internet" -Fqdn MAIL_SERVER_NAME',
      ].join('\n'),
    },
  });
}
