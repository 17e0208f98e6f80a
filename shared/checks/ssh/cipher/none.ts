import { defineCheck } from '../../check.ts';
import { cipherFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { opensshManual, rfc4253 } from '../references.ts';

export const noCipher = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'high',
  text: {
    safe: {
      ja: '暗号なしの接続は提示されていません',
      en: 'Connections without encryption are not offered',
    },
    vulnerable: {
      ja: 'SSH が暗号なし（none）の接続を受け付けます',
      en: 'SSH offers connections without encryption (none)',
    },
    why: {
      ja: '暗号なしで接続すると、パスワードも管理操作もそのまま通信経路に流れ、途中の誰もが読み取れます。',
      en: 'Without encryption, passwords and commands cross the network in the clear for anyone on the way to read.',
    },
  },
  action: 'ssh-settings',
  fixes: cipherFixes,
  references: [rfc4253, opensshManual],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'ciphers', (name) => name === 'none'),
});
