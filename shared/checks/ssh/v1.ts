import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { version1Fixes } from './fixes.ts';
import { rfc4253 } from './references.ts';

export const version1 = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'high',
  text: {
    safe: {
      ja: 'SSH の版 1 は使えません',
      en: 'Version 1 of SSH is not spoken',
    },
    vulnerable: {
      ja: 'SSH の古い版（版 1）が使えます',
      en: 'Version 1 of SSH is spoken',
    },
    why: {
      ja: 'SSH の版 1 は設計に欠陥があり、通信に割り込める者が内容を読んだり命令を差し込んだりできます。2006 年に版 2 が標準になってから、使い続ける理由はありません。多くの場合、機器そのものが長く更新されていない印です。',
      en: 'Version 1 of SSH is flawed by design: someone on the way can read a session or slip commands into it. Version 2 has been the standard since 2006. Mostly it shows gear that has not been updated for many years.',
    },
  },
  action: 'ssh-settings',
  fixes: version1Fixes,
  references: [rfc4253, 'https://www.openssh.com/txt/release-7.6'],
  detect: ({ 'ssh-kexinit': evidence }) =>
    judge(evidence.data.banner, {
      no: notApplicable,
      // RFC 4253 §5.1: 1.99 speaks both versions.
      yes: (banner) =>
        /^SSH-1\./.test(banner)
          ? { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(evidence, ['banner', 'value'])] }
          : safe,
    }),
});
