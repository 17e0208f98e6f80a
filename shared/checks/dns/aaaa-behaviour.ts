import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { silence } from './edns/form.ts';
import { ednsFixes } from './fixes.ts';
import { answerProof, rcode } from './questions.ts';
import { rfc4074 } from './references.ts';
import { answerOf, askedOf, judgeServers } from './servers.ts';

export const aaaaBehaviour = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: 'IPv6 アドレスの問い合わせに正しく答えます',
      en: 'Questions for IPv6 addresses are answered properly',
    },
    vulnerable: {
      ja: 'IPv6 アドレスの問い合わせに誤った答えを返します',
      en: 'Questions for IPv6 addresses are answered wrongly',
    },
    why: {
      ja: 'IPv4 のアドレスがある名前について「名前そのものがない」と答えたり黙ったりすると、その答えが覚えられ、IPv4 の利用者までホームページやメールに届かなくなることがあります。',
      en: 'Saying that a name does not exist, or nothing at all, because it has no IPv6 address: the denial is remembered, and people with IPv4 may lose web and mail as well.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} AAAA +norecurse'),
  references: [rfc4074],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [a] = askedOf(server, 'address');
    const [aaaa] = askedOf(server, 'aaaa');
    if (a === undefined || aaaa === undefined) return notApplicable;
    const known = answerOf(a);
    if (known === undefined) return undetermined('no-answer');
    if (!known.flags.aa || !known.answers.some(({ type }) => type === 'A')) return notApplicable;
    const answer = answerOf(aaaa);
    if (answer === undefined) return silence(evidence, aaaa);
    if (answer.rcode === rcode.noError) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, aaaa, 'rcode'), answerProof(evidence, aaaa, 'raw')],
    };
  });
}
