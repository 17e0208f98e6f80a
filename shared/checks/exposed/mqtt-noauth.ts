import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';

export const mqttNoauth = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'MQTT は、利用者を確かめてから応じています', en: 'MQTT asks who one is' },
    vulnerable: {
      ja: 'MQTT が、誰でもパスワードなしで使えます',
      en: 'MQTT can be used by anyone without a password',
    },
    why: {
      ja: 'センサーの値や機器への指示を中継する仕組みに、誰でも参加できます。水位や入退室などの情報が見られるほか、偽の値や偽の指示を流されるおそれがあります。',
      en: 'Anyone may join the exchange of sensor values and orders to devices. Water levels or door events can be watched, and false values or orders sent.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    1883,
    {
      ja: '匿名の接続を断り、利用者とパスワード、TLS（8883 番）を設定します。内部だけで使うなら 1883 番を閉じます。',
      en: 'Refuse anonymous connections, and set users, passwords and TLS (port 8883). Where it is used inside only, close port 1883.',
    },
    {
      debian: {
        ja: 'mosquitto では利用者を作り、/etc/mosquitto/conf.d/auth.conf に次を書き、systemctl restart mosquitto を実行します。',
        en: 'In mosquitto create users, put this into /etc/mosquitto/conf.d/auth.conf and run systemctl restart mosquitto.',
        snippet: 'allow_anonymous false\npassword_file /etc/mosquitto/passwd',
      },
    },
  ),
  references: ['https://mosquitto.org/documentation/authentication-methods/'],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'mqtt'),
});
