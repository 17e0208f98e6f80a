import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable } from '../verdicts.ts';
import { vendorOf } from './software.ts';
import { sshSourceFixes } from './source-fixes.ts';

export const mgmtExposedOnGear = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'ネットワーク機器の SSH は外部に公開されていません',
      en: 'No network gear offers SSH to the Internet',
    },
    vulnerable: {
      ja: 'ネットワーク機器の SSH が外部に公開されています',
      en: 'Network gear offers SSH to the Internet',
    },
    why: {
      ja: 'ルーターやファイアウォールを操作する入口が世界中から届きます。乗っ取られると、庁内の通信すべてに手が届きます。',
      en: 'The door for operating a router or firewall can be reached from all over the world. Whoever takes it over has all traffic of the office in hand.',
    },
  },
  action: 'close-service',
  fixes: sshSourceFixes,
  references: ['https://www.cisa.gov/news-events/directives/binding-operational-directive-23-02'],
  detect: ({ 'ssh-kexinit': evidence }) =>
    judge(evidence.data.banner, {
      no: notApplicable,
      yes: (banner) =>
        vendorOf(banner)?.kind === 'gear'
          ? { verdict: 'vulnerable', confidence: 'inferred', proof: [proofAt(evidence, ['banner', 'value'])] }
          : notApplicable,
    }),
});
