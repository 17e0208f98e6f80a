import { defineCheck } from '../../check.ts';
import { recordFixes } from '../fixes.ts';
import { rfc1035, rfc1912 } from '../references.ts';
import { judgeAgreement, sameContents } from './judge.ts';

export const soaSerialDiff = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: sameContents,
    vulnerable: {
      ja: 'DNS サーバーによってゾーンの版（シリアル）が違います',
      en: 'The name servers hold different versions of the zone',
    },
    why: {
      ja: 'どのサーバーに当たるかで答えが変わります。変更が一部の利用者に届かず、古いアドレスに案内され続けることがあります。',
      en: 'The answer depends on which server is asked. Changes do not reach everyone, and some are still sent to old addresses.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('for s in $(dig +short {domain} NS); do dig @$s {domain} SOA +norecurse +short; done', {
    ja: 'セカンダリーへのゾーン転送が通っているか、転送の許可（allow-transfer、TSIG）と通知（NOTIFY）を確かめます。',
    en: 'See whether transfers to the secondaries work: permission (allow-transfer, TSIG) and NOTIFY.',
  }),
  references: [rfc1035, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeAgreement(evidence, 'serial'),
});
