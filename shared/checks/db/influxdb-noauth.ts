import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedStore } from '../exposed/why.ts';

export const influxdbNoauth = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: { ja: 'InfluxDB は、利用者を確かめてから応じています', en: 'InfluxDB asks who one is' },
    vulnerable: {
      ja: 'InfluxDB が、誰でも認証なしで使えます',
      en: 'InfluxDB can be used by anyone without authentication',
    },
    why: unguardedStore,
  },
  action: 'close-service',
  fixes: closeFixes(8086, {
    ja: 'InfluxDB は同じサーバーか決まったサーバーからだけ使えるようにし（influxdb.conf の bind-address と auth-enabled = true）、パスワードを設定し、インターネット側のファイアウォールで 8086 番を閉じます。',
    en: 'Let InfluxDB be reached only from its own or named servers (bind-address and auth-enabled = true in influxdb.conf), set a password, and close port 8086 at the Internet firewall.',
  }),
  references: ['https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/query?q=SHOW%20DATABASES',
      open: /"results"\s*:\s*\[\s*\{[\s\S]{0,200}"databases"/,
      protectedBy: /X-Influxdb|unauthorized|unable to parse authentication/i,
    }),
});
