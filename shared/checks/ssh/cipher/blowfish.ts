import { defineCheck } from '../../check.ts';
import { cipherFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshLegacy } from '../references.ts';

export const blowfish = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: 'Blowfish など 64 ビット単位の古い暗号方式は提示されていません',
      en: 'No old 64-bit block cipher such as Blowfish is offered',
    },
    vulnerable: {
      ja: 'SSH が Blowfish など 64 ビット単位の古い暗号方式を受け付けます',
      en: 'SSH offers old 64-bit block ciphers such as Blowfish',
    },
    why: {
      ja: '64 ビット単位で暗号化する古い方式は、大量の通信を記録されると内容の一部が分かることがあります。今の利用者側ソフトウェアには必要のない方式です。',
      en: 'Old ciphers with blocks of 64 bits give parts of long recorded traffic away. No current client needs them.',
    },
  },
  action: 'ssh-settings',
  fixes: cipherFixes,
  references: [opensshLegacy, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) =>
    offersWeak(evidence, 'ciphers', (name) => /^(blowfish|cast128|idea|des)-/.test(name)),
});
