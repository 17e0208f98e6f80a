import { defineCheck } from '../../check.ts';
import { dekyoSenderAuthentication } from '../references.ts';
import { dkimFixes } from './fixes.ts';
import { judgeKeys, rsaBits } from './keys.ts';

export const dkimKeyShort = defineCheck({
  version: 2,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: '見つかった DKIM の鍵は十分な長さです', en: 'The DKIM keys that were found are long enough' },
    vulnerable: { ja: 'DKIM の鍵が短すぎます', en: 'A DKIM key is too short' },
    why: {
      ja: 'メールに付ける電子署名の鍵が短く、計算で破られるおそれがあります。破られると、団体の本物の署名が付いた偽のメールを作られます。',
      en: 'The key that signs your mail is so short that it may be broken. Forged mail would then carry your genuine signature.',
    },
  },
  action: 'mail-domain',
  fixes: dkimFixes({
    ja: '2048 ビットの鍵を新しい名前（セレクター）で作って公開し、署名を切り替えます。古い鍵は数日後に消します。',
    en: 'Make a key of 2048 bits under a new selector, publish it and switch signing over. Remove the old one after some days.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc6376',
    'https://www.rfc-editor.org/rfc/rfc8301',
    dekyoSenderAuthentication,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeKeys(mail, ({ tags }) => {
      if ((tags.get('k') ?? 'rsa').toLowerCase() !== 'rsa') return undefined;
      const bits = rsaBits(tags.get('p') ?? '');
      if (bits === undefined || bits > 1024) return undefined;
      return {
        severity: bits < 1024 ? 'high' : 'low',
        detail: { ja: `鍵は ${bits} ビットです。`, en: `It has ${bits} bits.` },
      };
    }),
});
