import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { vendorOf } from './software.ts';
import { sshSourceFixes } from './source-fixes.ts';

export const sshVendor = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'info',
  text: {
    safe: {
      ja: 'SSH の挨拶から機器の種類は分かりません',
      en: 'The greeting of SSH does not tell the kind of device',
    },
    vulnerable: {
      ja: 'SSH の挨拶から機器の種類が分かります',
      en: 'The greeting of SSH tells the kind of device',
    },
    why: {
      ja: 'どの製品かが分かると、その製品の弱点や初期パスワードを試されます。管理用の SSH は、決まった接続元からだけ届くようにします。',
      en: 'Whoever knows the product tries its flaws and factory passwords. Management by SSH belongs behind a list of sources.',
    },
  },
  action: 'close-service',
  fixes: sshSourceFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc4253#section-4.2'],
  detect: ({ 'ssh-kexinit': evidence }) =>
    judge(evidence.data.banner, {
      no: notApplicable,
      yes: (banner) => {
        const vendor = vendorOf(banner);
        if (vendor === undefined) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'inferred',
          proof: [proofAt(evidence, ['banner', 'value'])],
          detail: {
            ja: `挨拶の文から推定した製品: ${vendor.name}`,
            en: `Told from its greeting: ${vendor.name}`,
          },
        };
      },
    }),
});
