import { defineCheck } from '../../check.ts';
import { cipherFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshManual } from '../references.ts';

export const cbc = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: 'CBC モードの暗号方式は提示されていません',
      en: 'No CBC cipher is offered',
    },
    vulnerable: {
      ja: 'SSH が CBC モードの暗号方式を受け付けます',
      en: 'SSH offers ciphers in CBC mode',
    },
    why: {
      ja: 'SSH の CBC モードには、通信に手を加えられる者が内容の一部を推測できる弱点が知られています。条件は厳しいものの、管理操作に使う接続に残しておく理由はありません。',
      en: 'CBC mode in SSH is known to let someone who can alter the traffic guess parts of it. It takes special conditions, but there is no reason to leave it on where administrators work.',
    },
  },
  action: 'ssh-settings',
  fixes: cipherFixes,
  references: [opensshManual, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) =>
    offersWeak(evidence, 'ciphers', (name) => /-cbc(@.+)?$/.test(name)),
});
