import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { silence } from './edns/form.ts';
import { ednsFixes } from './fixes.ts';
import { answerProof } from './questions.ts';
import { rfc1034, rfc5452 } from './references.ts';
import { answerOf, askedOf, judgeServers } from './servers.ts';

export const query0x20 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '大文字と小文字が違っても同じ答えを返します',
      en: 'Names in other letter case get the same answer',
    },
    vulnerable: {
      ja: '大文字と小文字が違うと別の答えを返します',
      en: 'Names in other letter case get another answer',
    },
    why: {
      ja: '名前の大文字と小文字は区別されません。区別するサーバーは、偽の応答を防ぐために大文字を混ぜる相手に答えられず、名前解決が失敗します。',
      en: 'Letter case does not count in names. A server to which it does cannot answer those who mix it against forgery, and look-ups fail.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +norecurse'),
  references: [rfc1034, rfc5452],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [mixed] = askedOf(server, 'qname-case');
    const plain = askedOf(server, 'edns')
      .map(answerOf)
      .find((answer) => answer?.flags.aa === true);
    if (mixed === undefined || plain === undefined) return notApplicable;
    const answer = answerOf(mixed);
    if (answer === undefined) return silence(evidence, mixed);
    const isSame = answer.rcode === plain.rcode && answer.answers.length === plain.answers.length;
    if (isSame) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, mixed, 'rcode'), answerProof(evidence, mixed, 'raw')],
    };
  });
}
