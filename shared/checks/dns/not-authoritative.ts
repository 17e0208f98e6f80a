import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { holdsSoa, judgeReach } from './authority.ts';
import { delegationFixes } from './fixes.ts';
import { answerProof } from './questions.ts';
import { rfc1035, rfc1912 } from './references.ts';

export const notAuthoritative = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'DNS サーバーはゾーンの正式な持ち主として答えます',
      en: 'Every name server answers with authority',
    },
    vulnerable: {
      ja: 'DNS サーバーが正式な持ち主（AA）として答えません',
      en: 'A name server answers without authority (AA)',
    },
    why: {
      ja: '委任先のサーバーがほかから聞いた答えをそのまま返しています。情報が古いままになったり、偽の答えを覚えさせられたりするおそれがあります。',
      en: 'A delegated server hands on what it heard elsewhere. Its data may be out of date, and forged answers may have been planted in its cache.',
    },
  },
  action: 'dns-server',
  fixes: delegationFixes('dig @{server} -p {port} {domain} SOA +norecurse', {
    ja: 'そのサーバーでゾーンをプライマリーまたはセカンダリーとして設定します。再帰だけを行うサーバーなら委任から外します。',
    en: 'Configure the zone on that server as primary or secondary. If it is only a resolver, take it out of the delegation.',
  }),
  references: [rfc1035, rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeReach(evidence, (soa, answer) => {
    if (!holdsSoa(answer)) return notApplicable;
    if (answer.flags.aa) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, soa, 'flags'), answerProof(evidence, soa, 'raw')],
    };
  });
}
