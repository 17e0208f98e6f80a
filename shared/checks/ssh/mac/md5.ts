import { defineCheck } from '../../check.ts';
import { macFixes } from '../fixes.ts';
import { offersWeak } from '../offers.ts';
import { nist131a, opensshLegacy } from '../references.ts';

export const md5 = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: 'MD5 を使う改ざん検知は提示されていません',
      en: 'No MAC with MD5 is offered',
    },
    vulnerable: {
      ja: 'SSH が MD5 を使う改ざん検知（MAC）を受け付けます',
      en: 'SSH offers MACs with MD5',
    },
    why: {
      ja: 'MD5 は安全性が失われた古いハッシュ関数です。改ざん検知としての攻撃はまだ難しいものの、管理用の接続に残しておく理由はなく、監査でも指摘されます。',
      en: 'MD5 is a broken hash function. Forging a MAC with it is still hard, but there is no reason to keep it for administrative sessions, and audits will name it.',
    },
  },
  action: 'ssh-settings',
  fixes: macFixes,
  references: [opensshLegacy, nist131a],
  detect: ({ 'ssh-kexinit': evidence }) => offersWeak(evidence, 'macs', (name) => /md5/.test(name)),
});
