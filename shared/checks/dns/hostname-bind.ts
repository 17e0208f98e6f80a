import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeText } from './identity.ts';
import { bindReference, rfc4892 } from './references.ts';
import { setting } from './settings.ts';

export const hostnameBind = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS サーバーは内部のホスト名を答えません',
      en: 'The DNS server does not tell its host name',
    },
    vulnerable: {
      ja: 'DNS サーバーが自分のホスト名を答えます（hostname.bind）',
      en: 'The DNS server tells its own host name (hostname.bind)',
    },
    why: {
      ja: '庁内で使っているサーバーの名前や置き場所が外から分かり、攻撃の準備に使われます。複数台で運用するときに切り分けのため公開することもあるため、必要かどうかを決める項目です。',
      en: 'The internal name of the machine, and often its place, can be asked for and helps to prepare an attack. Large installations publish it on purpose to tell their machines apart; decide whether you need it.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'dig @{server} -p {port} hostname.bind CH TXT +short',
    {
      ja: 'DNS サーバーの設定で、hostname.bind への応答を止めます。',
      en: 'Stop answering hostname.bind in the configuration of the DNS server.',
    },
    {
      bind: setting('bind', 'hostname none;'),
      nsd: setting('nsd', 'hide-identity: yes'),
      knot: setting('knot', 'server:\n    identity: ""'),
      unbound: setting('unbound', 'hide-identity: yes'),
    },
  ),
  references: [rfc4892, bindReference],
  detect: ({ 'dns-answers': evidence }) => judgeText(evidence, 'hostname-bind'),
});
