import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeText } from './identity.ts';
import { bindReference, rfc4892 } from './references.ts';
import { setting } from './settings.ts';

export const idServer = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'DNS サーバーは識別名を答えません', en: 'The DNS server does not tell its identity' },
    vulnerable: {
      ja: 'DNS サーバーが自分の識別名を答えます（id.server）',
      en: 'The DNS server tells its identity (id.server)',
    },
    why: {
      ja: 'サーバーの識別名から台数や置き場所、命名の規則が分かり、攻撃の準備に使われます。切り分けのために公開することもあるため、必要かどうかを決める項目です。',
      en: 'The identity tells how many servers there are, where they stand and how they are named, which helps to prepare an attack. It may be published on purpose; decide whether you need it.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'dig @{server} -p {port} id.server CH TXT +short',
    {
      ja: 'DNS サーバーの設定で、id.server への応答を止めます。',
      en: 'Stop answering id.server in the configuration of the DNS server.',
    },
    {
      bind: setting('bind', 'server-id none;'),
      nsd: setting('nsd', 'hide-identity: yes'),
      knot: setting('knot', 'server:\n    identity: ""'),
    },
  ),
  references: [rfc4892, bindReference],
  detect: ({ 'dns-answers': evidence }) => judgeText(evidence, 'id-server'),
});
