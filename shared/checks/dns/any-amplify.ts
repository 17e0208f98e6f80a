import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { answerProof } from './questions.ts';
import { rfc8482 } from './references.ts';
import { askedOf, judgeServers } from './servers.ts';
import { setting } from './settings.ts';

export const anyAmplify = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'ANY の問い合わせには最小限だけ答えます', en: 'ANY is answered with the minimum' },
    vulnerable: {
      ja: 'ANY の問い合わせにすべてのレコードを返します',
      en: 'ANY is answered with every record there is',
    },
    why: {
      ja: 'ふだん誰も使わない種類の問い合わせで、攻撃者だけが大きな応答を引き出すために使います。',
      en: 'Nobody needs this kind of question, except attackers who want large answers.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} {domain} ANY +notcp +ignore +noall +answer',
    {
      ja: 'ANY の問い合わせに最小限の応答（RFC 8482）を返すようにします。',
      en: 'Answer ANY with the minimum (RFC 8482).',
    },
    {
      bind: setting('bind', 'minimal-any yes;'),
      nsd: setting('nsd', 'refuse-any: yes'),
      knot: {
        ja: 'Knot DNS は UDP の ANY にはじめから最小限だけ答えます。古い版は更新します。',
        en: 'Knot DNS answers ANY over UDP with the minimum by itself; update an old version.',
      },
    },
  ),
  references: [rfc8482],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** More than this many kinds of records is no minimal answer. */
const most = 2;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [any] = askedOf(server, 'any-size');
    if (any === undefined) return notApplicable;
    return judge(any.question.answer, {
      no: notApplicable,
      yes: ({ answers, flags }) => {
        const types = new Set(answers.map(({ type }) => type).filter((type) => type !== 'RRSIG'));
        if (flags.tc || types.size <= most) return safe;
        const proof = [
          answerProof(evidence, any, 'responseBytes'),
          answerProof(evidence, any, 'raw'),
        ] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof };
      },
    });
  });
}
