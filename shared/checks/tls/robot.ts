import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { judge, safe } from '../verdicts.ts';
import { cipherFixes } from './fixes.ts';

export const robot = defineCheck({
  version: 1,
  needs: ['tls-behaviour'],
  severity: 'high',
  text: {
    safe: {
      ja: 'RSA 鍵交換の誤りに一様に応じます（ROBOT なし）',
      en: 'Faulty RSA key exchanges are all answered alike (no ROBOT)',
    },
    vulnerable: {
      ja: 'RSA 鍵交換の誤りへの応じ方に違いがあります（ROBOT）',
      en: 'Faulty RSA key exchanges are told apart (ROBOT)',
    },
    why: {
      ja: '誤った鍵交換への応じ方の違いから、記録しておいた通信を解読したり、サーバーの名で署名を作ったりできる攻撃（ROBOT）が成り立ちます。過去の通信も読まれるおそれがあります。',
      en: 'From the different answers to faulty key exchanges, recorded traffic can be decrypted and signatures made in the server’s name (ROBOT). Past traffic is at stake as well.',
    },
  },
  action: 'tls-settings',
  fixes: cipherFixes,
  references: ['https://robotattack.org/', 'https://www.rfc-editor.org/rfc/rfc5246#section-7.4.7.1'],
  cves: ['CVE-2017-13099'],
  detect: ({ 'tls-behaviour': seen }) =>
    judge(seen.data.robot, {
      no: safe,
      yes: ({ reactions }) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(seen, ['robot', 'value', 'reactions', 0, 'reactions']),
          proofAt(seen, ['robot', 'value', 'reactions', 1, 'reactions']),
        ],
        detail: {
          ja: reactions.map(({ padding, reactions: [first] }) => `${padding}：${first}`).join('、'),
          en: reactions.map(({ padding, reactions: [first] }) => `${padding}: ${first}`).join('; '),
        },
      }),
    }),
});
