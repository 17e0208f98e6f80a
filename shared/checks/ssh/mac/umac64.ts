import { defineCheck } from '../../check.ts';
import { macFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshManual } from '../references.ts';

export const umac64 = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: '64 ビットの改ざん検知（umac-64）は提示されていません',
      en: 'The 64-bit MAC (umac-64) is not offered',
    },
    vulnerable: {
      ja: 'SSH が 64 ビットの改ざん検知（umac-64）を受け付けます',
      en: 'SSH offers a MAC of only 64 bits (umac-64)',
    },
    why: {
      ja: '改ざんを見つけるための値が 64 ビットしかなく、今の目安である 128 ビットに届きません。すぐに悪用できるものではありませんが、外しても困る利用者はまずいません。',
      en: 'The value that shows tampering has only 64 bits where 128 are the norm today. It is not easily abused, but hardly anyone would miss it.',
    },
  },
  action: 'ssh-settings',
  fixes: macFixes,
  references: [opensshManual, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'macs', (name) => /^umac-64/.test(name)),
});
