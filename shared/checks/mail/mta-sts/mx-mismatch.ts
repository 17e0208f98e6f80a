import { policyNames } from '../../../evidence/mta-sts-policy/policy.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { shown } from '../../shown.ts';
import { notApplicable } from '../../verdicts.ts';
import { judgeExchangers } from '../mx/exchangers.ts';
import { policyFixes } from './fixes.ts';
import { ifAnnounced, judgePolicy } from './published.ts';

export const mtaStsMxMismatch = defineCheck({
  version: 1,
  needs: ['mta-sts-policy'],
  estate: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'MTA-STS の方針に、すべての MX の名前があります',
      en: 'The MTA-STS policy names every MX server',
    },
    vulnerable: {
      ja: 'MTA-STS の方針に、名前のない MX があります',
      en: 'The MTA-STS policy does not name every MX server',
    },
    why: {
      ja: '方針にない受信サーバーには、MTA-STS に対応する送信元がメールを渡しません。ほかの受信サーバーが止まると、住民や事業者からのメールが届かなくなります。',
      en: 'Senders that know MTA-STS do not hand mail to a server that the policy does not name. When the other servers are down, mail from residents and companies is not delivered.',
    },
  },
  action: 'mail-domain',
  fixes: policyFixes({
    ja: '方針の mx に、DNS の MX レコードにある名前をすべて書き、_mta-sts レコードの id を新しい値にします。',
    en: 'List every name of the MX records in the policy, and give the id of the _mta-sts record a new value.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8461#section-4.1'],
  detect: ({ 'mta-sts-policy': evidence }, _at, _knowledge, estate) =>
    judgePolicy(evidence, (policy): Verdict => {
      if (policy.mode === 'none') return notApplicable;
      return ifAnnounced(evidence, estate, (domain) =>
        judgeExchangers(domain, ({ host, proof }) =>
          policyNames(policy, host)
            ? undefined
            : {
                verdict: 'vulnerable',
                confidence: 'verified',
                ...(policy.mode === 'testing' ? { severity: 'low' as const } : {}),
                proof: [proof, proofAt(evidence, ['response', 'value', 'body'])],
                detail: {
                  ja: `${shown(host)} が方針にありません。`,
                  en: `The policy does not name ${shown(host)}.`,
                },
              },
        ),
      );
    }),
});
