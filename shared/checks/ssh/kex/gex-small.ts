import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { judge, safe } from '../../verdicts.ts';
import { kexFixes } from '../fixes.ts';
import { nist131a, rfc9142 } from '../references.ts';

export const groupExchangeSmall = defineCheck({
  version: 1,
  needs: ['ssh-keys'],
  severity: 'medium',
  text: {
    safe: { ja: 'SSH の鍵交換の群は 2048 ビット以上です', en: 'SSH has no group below 2048 bits' },
    vulnerable: {
      ja: 'SSH が 2048 ビットに満たない鍵交換の群を使います',
      en: 'SSH uses a key exchange group below 2048 bits',
    },
    why: {
      ja: '短い群での鍵交換は、大きな計算資源を持つ者に解かれるおそれがあります。通信を記録されると、管理操作の内容があとから読まれます。',
      en: 'An exchange in a small group is within reach of large computing power: a recorded session may be read later.',
    },
  },
  action: 'ssh-settings',
  fixes: kexFixes,
  references: [rfc9142, nist131a],
  detect: ({ 'ssh-keys': evidence }) =>
    judge(evidence.data.groupExchange, {
      no: safe,
      yes: ({ bits }) =>
        bits >= 2048
          ? safe
          : {
              verdict: 'vulnerable',
              confidence: 'verified',
              severity: bits <= 1024 ? 'high' : 'medium',
              proof: [
                proofAt(evidence, ['groupExchange', 'value', 'bits']),
                proofAt(evidence, ['groupExchange', 'value', 'prime']),
              ],
            },
    }),
});
