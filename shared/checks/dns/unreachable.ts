import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { type Asked, asked } from './questions.ts';
import { answerOf, isZone, judgeServers, type NameServer, serversOf } from './servers.ts';

type Evidence = EvidenceOf<'dns-answers'>;
type Transport = 'udp' | 'tcp';

/** A pause of a few seconds is no fault. */
const fewest = { tries: 3, lastMs: 10_000 } as const;

/**
 * A server that stayed silent over one transport in every try. Where nobody at all was heard over it, not even with a
 * refusal, it may be our own way out that is closed.
 */
export function judgeUnreachable(evidence: Evidence, transport: Transport): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const isOpen = [...asked(evidence, 'referral'), ...asked(evidence, 'reach')].some(
    ({ question }) => question.transport === transport && question.answer.outcome !== 'unknown',
  );
  if (serversOf(evidence).length > 0 && !isOpen) return undetermined('nobody-heard');
  const judge = (server: NameServer) => judgeTries(evidence, triesOf(server, transport));
  // That a server is silent is the very question here.
  return judgeServers(evidence, judge, judge);
}

function triesOf({ questions }: NameServer, transport: Transport): readonly Asked[] {
  return questions.filter(
    ({ question }) =>
      question.transport === transport &&
      (question.purpose === 'reach' || question.purpose === 'reach-any-source'),
  );
}

function judgeTries(evidence: Evidence, tries: readonly Asked[]): Verdict {
  if (tries.some((one) => answerOf(one) !== undefined)) return safe;
  const last = tries.at(-1);
  if (last === undefined) return notApplicable;
  const answers = tries.map(({ question }) => question.answer);
  const foreign = answers.find(({ outcome, ...rest }) => outcome === 'unknown' && !isSilence(rest));
  if (foreign?.outcome === 'unknown') return undetermined(foreign.reason);
  if (tries.length < fewest.tries || (last.question.endedMs ?? 0) < fewest.lastMs)
    return undetermined('timeout');
  const refusal = tries.find(({ question }) => question.answer.outcome === 'no');
  return {
    verdict: 'vulnerable',
    confidence: refusal === undefined ? 'inferred' : 'verified',
    proof: [proofAt(evidence, ['questions', (refusal ?? last).index, 'answer'])],
    detail: {
      ja: `${tries.length} 回、10 秒以上にわたって問い合わせましたが、${refusal === undefined ? '応答がありませんでした' : '断られました'}。`,
      en: `Asked ${tries.length} times over more than ten seconds: ${refusal === undefined ? 'no answer came' : 'the connection was refused'}.`,
    },
  };
}

/** What a dead server and a firewall that drops look like; anything else is some other trouble. */
function isSilence(answer: object): boolean {
  return (
    'reason' in answer &&
    (answer.reason === 'timeout' || answer.reason === 'reset' || answer.reason === 'closed')
  );
}
