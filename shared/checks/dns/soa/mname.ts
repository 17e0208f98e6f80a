import { defineCheck } from '../../check.ts';
import { rfc1035, rfc1912 } from '../references.ts';
import { differentContents, judgeAgreement, onePrimary, sameContents } from './judge.ts';

export const soaMname = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: sameContents,
    vulnerable: {
      ja: 'DNS サーバーによって主サーバーの名前（MNAME）が違います',
      en: 'The name servers give different primaries (MNAME)',
    },
    why: differentContents,
  },
  action: 'dns-zone',
  fixes: onePrimary,
  references: [rfc1035, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeAgreement(evidence, 'mname'),
});
