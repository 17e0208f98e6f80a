import { defineCheck } from '../../check.ts';
import { cipherFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { opensshLegacy, rfc8758 } from '../references.ts';

export const rc4 = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'RC4 は提示されていません',
      en: 'RC4 is not offered',
    },
    vulnerable: {
      ja: 'SSH が RC4（arcfour）を受け付けます',
      en: 'SSH offers RC4 (arcfour)',
    },
    why: {
      ja: 'RC4 は破られた暗号で、SSH では RFC 8758 が使用をやめるよう定めています。この方式で流れたパスワードや管理操作は、記録されると読まれるおそれがあります。',
      en: 'RC4 is broken, and RFC 8758 retires it for SSH. Passwords and commands sent under it may be read by someone who records the traffic.',
    },
  },
  action: 'ssh-settings',
  fixes: cipherFixes,
  references: [rfc8758, opensshLegacy],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'ciphers', (name) => /^arcfour/.test(name)),
});
