import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { policyFixes } from './fixes.ts';
import { judgePolicy } from './published.ts';

export const mtaStsMode = defineCheck({
  version: 1,
  needs: ['mta-sts-policy'],
  severity: 'info',
  text: {
    safe: { ja: 'MTA-STS は有効です（enforce）', en: 'MTA-STS is in force (enforce)' },
    vulnerable: { ja: 'MTA-STS はまだ有効になっていません', en: 'MTA-STS is not in force yet' },
    why: {
      ja: '試験中（testing）または停止中（none）の方針では、送信元は暗号化できない場合にもメールを渡します。試験の報告に問題がなければ、有効にすることで盗み見を防げます。',
      en: 'Under a policy in testing, or switched off, senders still hand mail over unencrypted. Once the reports show no problem, switching it on keeps others from reading it.',
    },
  },
  action: 'mail-domain',
  fixes: policyFixes({
    ja: 'TLS-RPT の報告に失敗がないことを確かめ、mode を enforce に変えます。そのあと、DNS の _mta-sts レコードの id を新しい値にします。',
    en: 'See that the TLS-RPT reports show no failure, change mode to enforce, then give the id of the _mta-sts record a new value.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8461#section-5'],
  detect: ({ 'mta-sts-policy': policy }) =>
    judgePolicy(policy, ({ mode }) =>
      mode === 'enforce'
        ? safe
        : {
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [proofAt(policy, ['response', 'value', 'body'])],
            detail: { ja: `現在の mode は ${mode} です。`, en: `Its mode is ${mode}.` },
          },
    ),
});
