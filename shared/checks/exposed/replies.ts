import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { ServiceProtocol } from '../../evidence/service-reply/schema.ts';
import type { Proof, Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe, undetermined, type Vulnerable } from '../verdicts.ts';

type Replies = EvidenceOf<'service-reply'>;
export type Facts = Readonly<Record<string, string>>;

/** An accusation with the answer's own bytes as proof; change what differs. */
export type Accuse = (overrides?: Partial<Vulnerable>) => Vulnerable;

/**
 * Judges what a service answered to a question in its own language. A place where another protocol was tried is not
 * this check's; a closed port is safe; silence and foreign bytes stay undetermined.
 */
export function judgeReply(
  evidence: Replies,
  protocol: ServiceProtocol,
  answered: (facts: Facts, accuse: Accuse) => Verdict,
  asked?: string,
): Verdict {
  const index = evidence.data.replies.findIndex(
    (reply) => reply.protocol === protocol && (asked === undefined || reply.asked === asked),
  );
  const reply = evidence.data.replies[index];
  if (reply === undefined) return notApplicable;
  return judge(reply.answer, {
    no: safe,
    yes: ({ facts, text }) => {
      const where = ['replies', index, 'answer', 'value'];
      const bytes = /^[\t\r\n\x20-\x7e]+$/.test(text) ? 'text' : 'bytes';
      const first: Proof = proofAt(evidence, [...where, bytes]);
      const read = Object.keys(facts).map((name) => proofAt(evidence, [...where, 'facts', name]));
      return answered(facts, (overrides) => ({
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [first, ...read],
        ...overrides,
      }));
    },
  });
}

/** Vulnerable where the service serves anyone; safe where it asks who one is or turns strangers away. */
export function openToAnyone(evidence: Replies, protocol: ServiceProtocol): Verdict {
  return judgeReply(evidence, protocol, ({ access }, accuse) => {
    if (access === 'open') return accuse();
    return access === 'password' || access === 'denied' ? safe : undetermined('no-proof');
  });
}

/** Vulnerable wherever it answers at all. */
export function answersAtAll(evidence: Replies, protocol: ServiceProtocol): Verdict {
  return judgeReply(evidence, protocol, (_, accuse) => accuse());
}
