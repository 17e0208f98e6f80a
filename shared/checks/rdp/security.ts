import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judgeReply } from '../exposed/replies.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';

type Replies = EvidenceOf<'service-reply'>;

/** What the server made of a client that can do no more than this; a server that is asked for less may refuse. */
function whenAsked(replies: Replies, asked: 'standard' | 'tls', accused: readonly string[]): Verdict {
  return judgeReply(
    replies,
    'rdp',
    ({ selected, refused }, accuse) => {
      if (selected !== undefined) return accused.includes(selected) ? accuse() : safe;
      // NLA is asked for, or TLS: whoever has neither stays outside. Others mean that this kind is not set up at all.
      return refused === 'no-certificate' || refused === 'inconsistent' ? undetermined('no-proof') : safe;
    },
    asked,
  );
}

/** MS-RDPBCGR §5.4: without CredSSP, the session begins before anybody says who they are. */
export function opensBeforeLogin(replies: Replies): Verdict {
  const overTls = whenAsked(replies, 'tls', ['tls', 'standard']);
  if (overTls.verdict === 'vulnerable') return overTls;
  const standard = whenAsked(replies, 'standard', ['standard']);
  if (standard.verdict === 'vulnerable') return standard;
  return overTls.verdict === 'not-applicable' ? notApplicable : overTls;
}

export function acceptsOldEncryption(replies: Replies): Verdict {
  return whenAsked(replies, 'standard', ['standard']);
}
