import { defineCheck } from '../../check.ts';
import { hostKeyFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshLegacy } from '../references.ts';

export const dss = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'DSA の鍵（ssh-dss）は使われていません',
      en: 'No DSA host key (ssh-dss) is offered',
    },
    vulnerable: {
      ja: 'SSH サーバーが DSA の鍵（ssh-dss）を使っています',
      en: 'The SSH server offers a DSA host key (ssh-dss)',
    },
    why: {
      ja: 'DSA の鍵は 1024 ビットに限られ、サーバーが本物であることを示す力が足りません。偽のサーバーに職員や保守会社を接続させ、パスワードを盗む手がかりになります。',
      en: 'DSA keys are limited to 1024 bits, too weak to show that a server is the real one. They help whoever wants to lure staff or contractors to a false server and take their passwords.',
    },
  },
  action: 'ssh-settings',
  fixes: hostKeyFixes,
  references: [opensshLegacy, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'hostKeys', (name) => /^ssh-dss/.test(name)),
});
