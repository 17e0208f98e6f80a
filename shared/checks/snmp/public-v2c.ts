import { defineCheck } from '../check.ts';
import { references, snmpFixes } from './fixes.ts';
import { servesPublic } from './public-community.ts';

export const publicV2c = defineCheck({
  version: 1,
  needs: ['snmp-answer'],
  severity: 'high',
  text: {
    safe: {
      ja: 'SNMP v2c はコミュニティ名 public に応じません',
      en: 'SNMP v2c does not serve the community public',
    },
    vulnerable: {
      ja: 'SNMP v2c が誰にでも応じます（コミュニティ名 public）',
      en: 'SNMP v2c answers anyone (community public)',
    },
    why: {
      ja: '誰もが知っている合言葉 public だけで、機器の名前や版、内部のネットワーク構成、通信量などを外部から読み出せます。攻撃の下調べに使われるほか、大量の応答を第三者に送りつける攻撃の踏み台にもされます。',
      en: 'With the word public, which everyone knows, outsiders read the model and version of the gear, the layout of the internal network and its traffic. It serves to prepare attacks, and the large answers can be aimed at third parties.',
    },
  },
  action: 'close-service',
  fixes: snmpFixes('2c'),
  references,
  detect: ({ 'snmp-answer': evidence }) => servesPublic(evidence, 'v2c'),
});
