import { defineCheck } from '../../check.ts';
import { kexFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, rfc9142 } from '../references.ts';

export const group1 = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'high',
  text: {
    safe: {
      ja: '1024 ビットの鍵交換（group1）は提示されていません',
      en: 'The 1024-bit key exchange (group1) is not offered',
    },
    vulnerable: {
      ja: 'SSH が 1024 ビットの鍵交換（diffie-hellman-group1-sha1）を受け付けます',
      en: 'SSH offers the 1024-bit key exchange (diffie-hellman-group1-sha1)',
    },
    why: {
      ja: '1024 ビットの鍵交換は、多くの計算資源を持つ者なら解けるとされる長さです。この方式で始まった接続を記録されると、職員や保守会社の管理操作やパスワードがあとから読まれるおそれがあります。',
      en: 'A key exchange of 1024 bits is within reach of an attacker with large computing power. Whoever records a session that began with it may later read what staff or the contractor typed, passwords included.',
    },
  },
  action: 'ssh-settings',
  fixes: kexFixes,
  references: [rfc9142, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) =>
    offersWeak(evidence, 'kex', (name) => name === 'diffie-hellman-group1-sha1'),
});
