import { defineCheck } from '../../check.ts';
import { rfc1035, rfc1912 } from '../references.ts';
import { differentContents, judgeAgreement, onePrimary, sameContents } from './judge.ts';

export const soaRname = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: sameContents,
    vulnerable: {
      ja: 'DNS サーバーによって管理者の連絡先（RNAME）が違います',
      en: 'The name servers give different contacts (RNAME)',
    },
    why: differentContents,
  },
  action: 'dns-zone',
  fixes: onePrimary,
  references: [rfc1035, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeAgreement(evidence, 'rname'),
});
