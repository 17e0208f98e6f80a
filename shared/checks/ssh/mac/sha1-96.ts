import { defineCheck } from '../../check.ts';
import { macFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshManual } from '../references.ts';

export const sha1Cut = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: '96 ビットに切り詰めた改ざん検知は提示されていません',
      en: 'No MAC cut to 96 bits is offered',
    },
    vulnerable: {
      ja: 'SSH が 96 ビットに切り詰めた改ざん検知（hmac-sha1-96）を受け付けます',
      en: 'SSH offers a MAC cut to 96 bits (hmac-sha1-96)',
    },
    why: {
      ja: '改ざんを見つけるための値が短く、使うハッシュ関数（SHA-1）も古くなっています。今の利用者側ソフトウェアには必要のない方式です。',
      en: 'The value that shows tampering is short, and its hash function (SHA-1) is old. No current client needs it.',
    },
  },
  action: 'ssh-settings',
  fixes: macFixes,
  references: [opensshManual, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'macs', (name) => /^hmac-sha1-96/.test(name)),
});
