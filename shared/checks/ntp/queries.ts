import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined, worstOf } from '../verdicts.ts';

type Replies = EvidenceOf<'service-reply'>;
type Query = 'read-variables' | 'monitor-list';

/** A server that refuses says so; one that is silent may have lost the datagram. */
export function answered(replies: Replies, query: Query): Verdict {
  return judgeReply(
    replies,
    'ntp',
    ({ access }, accuse) =>
      access === 'open' ? accuse() : access === 'denied' ? safe : undetermined('no-proof'),
    query,
  );
}

/** What makes an answer worth forging a sender for; further datagrams of the same answer are not even counted. */
const amplifyingFactor = 5;

export function amplifies(replies: Replies): Verdict {
  const verdicts = (['read-variables', 'monitor-list'] as const).map((query) =>
    judgeReply(
      replies,
      'ntp',
      ({ asked, answered, more }, accuse) => {
        const factor = Number(answered) / Number(asked);
        if (factor >= amplifyingFactor || more === 'yes') return accuse();
        return Number.isFinite(factor) ? safe : undetermined('no-proof');
      },
      query,
    ),
  );
  return worstOf(verdicts);
}
