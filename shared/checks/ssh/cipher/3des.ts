import { defineCheck } from '../../check.ts';
import { cipherFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshLegacy } from '../references.ts';

export const tripleDes = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: '3DES は提示されていません',
      en: '3DES is not offered',
    },
    vulnerable: {
      ja: 'SSH が 3DES を受け付けます',
      en: 'SSH offers 3DES',
    },
    why: {
      ja: '3DES は 64 ビット単位で暗号化する古い方式で、大量の通信を記録されると内容の一部が分かることがあり（SWEET32）、NIST は 2023 年末で使用を終わらせました。職員や保守会社の管理操作が守られなくなるおそれがあります。',
      en: '3DES encrypts in blocks of 64 bits; from much recorded traffic parts of it can be recovered (SWEET32), and NIST ended its use with the year 2023. The administrative sessions of staff and contractors may not stay private.',
    },
  },
  action: 'ssh-settings',
  fixes: cipherFixes,
  references: [nist131a, opensshLegacy],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'ciphers', (name) => /^3des-/.test(name)),
});
