import { defineCheck } from '../../check.ts';
import { kexFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { opensshLegacy, rfc9142 } from '../references.ts';

export const sha1Kex = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'SHA-1 を使う鍵交換は提示されていません',
      en: 'No key exchange with SHA-1 is offered',
    },
    vulnerable: {
      ja: 'SSH が SHA-1 を使う鍵交換を受け付けます',
      en: 'SSH offers key exchanges with SHA-1',
    },
    why: {
      ja: 'SHA-1 は衝突が実際に作られた古いハッシュ関数で、SSH の鍵交換に使わないよう RFC 9142 が求めています。管理用の接続が古い方式に引き下げられると、通信の内容を守る力が弱まります。',
      en: 'Collisions of SHA-1 have been produced in practice, and RFC 9142 says not to use it in SSH key exchange. An administrative session that falls back to it is protected less well than it should be.',
    },
  },
  action: 'ssh-settings',
  fixes: kexFixes,
  references: [rfc9142, opensshLegacy],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'kex', (name) => /-sha1(@.+)?$/.test(name)),
});
