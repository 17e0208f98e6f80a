import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const ajp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'AJP（Tomcat の内部接続）には外部から届きません',
      en: 'AJP (Tomcat’s internal connector) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'AJP（Tomcat の内部接続）が外部に公開されています',
      en: 'AJP (Tomcat’s internal connector) can be reached from the Internet',
    },
    why: {
      ja: 'Web サーバーと Tomcat をつなぐ内部の入口です。古い版では、設定ファイルを含むファイルを誰にでも読まれる弱点（Ghostcat）があり、Web サーバーでの認証も迂回されます。',
      en: 'The internal door between web server and Tomcat. Old versions let anyone read files through it (Ghostcat), and it goes around the web server’s authentication.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    8009,
    {
      ja: 'AJP コネクターを使っていなければ削除し、使う場合は 127.0.0.1 だけで待ち受け、secret を設定します。',
      en: 'Remove the AJP connector if it is not used; otherwise let it listen on 127.0.0.1 only and set a secret.',
    },
    {
      tomcat: {
        ja: 'conf/server.xml の AJP の Connector を削除するか次のようにし、再起動します（… は長い文字列に読み替えます）。',
        en: 'Delete the AJP Connector in conf/server.xml or change it to this, and restart (a long string in place of …).',
        snippet:
          '<Connector protocol="AJP/1.3" address="127.0.0.1" port="8009" secretRequired="true" secret="…" />',
      },
    },
  ),
  references: [
    'https://tomcat.apache.org/tomcat-9.0-doc/config/ajp.html',
    'https://www.jpcert.or.jp/at/2020/at200009.html',
  ],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'ajp'),
});
