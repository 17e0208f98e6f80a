import { defineCheck } from '../../check.ts';
import { rfc1035, rfc1912 } from '../references.ts';
import { judgeAgreement, onePrimary } from './judge.ts';

export const soaMname = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'どの DNS サーバーも同じ内容を答えます', en: 'All name servers give the same contents' },
    vulnerable: {
      ja: 'DNS サーバーによって主サーバーの名前（MNAME）が違います',
      en: 'The name servers give different primaries (MNAME)',
    },
    why: {
      ja: '同じゾーンのはずなのに内容が食い違っています。別々に管理されている疑いがあります。',
      en: 'The contents differ although it should be one zone. The servers may be looked after separately.',
    },
  },
  action: 'dns-zone',
  fixes: onePrimary,
  references: [rfc1035, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeAgreement(evidence, 'mname'),
});
