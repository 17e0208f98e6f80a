import { defineCheck } from '../../check.ts';
import { macFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { opensshManual, rfc4253 } from '../references.ts';

export const noMac = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'high',
  text: {
    safe: {
      ja: '改ざん検知なしの接続は提示されていません',
      en: 'Connections without a MAC are not offered',
    },
    vulnerable: {
      ja: 'SSH が改ざん検知なし（none）の接続を受け付けます',
      en: 'SSH offers connections without a MAC (none)',
    },
    why: {
      ja: '改ざんを見つける仕組みのない接続では、途中で命令を書き換えられても気づけません。',
      en: 'Without a MAC nobody notices when commands are altered on the way.',
    },
  },
  action: 'ssh-settings',
  fixes: macFixes,
  references: [rfc4253, opensshManual],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'macs', (name) => name === 'none'),
});
