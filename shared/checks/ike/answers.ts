import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { type Accuse, type Facts, judgeReply } from '../exposed/replies.ts';
import { safe, undetermined, worstOf } from '../verdicts.ts';

type Replies = EvidenceOf<'service-reply'>;

/**
 * The worst of what was answered to several offers. A gateway keeps silent where an offer does not suit it, so
 * silence is no proof that it refuses (RFC 2408 §5).
 */
function worst(
  replies: Replies,
  wanted: (asked: string) => boolean,
  judge: (facts: Facts, accuse: Accuse) => Verdict,
) {
  const asked = replies.data.replies.filter((reply) => reply.protocol === 'ike' && wanted(reply.asked));
  const verdicts = asked.map((reply) => judgeReply(replies, 'ike', judge, reply.asked));
  return worstOf(verdicts);
}

export function anyAnswer(replies: Replies): Verdict {
  return worst(
    replies,
    () => true,
    (_, accuse) => accuse(),
  );
}

const aggressive = '4';

export function acceptsAggressive(replies: Replies): Verdict {
  return worst(
    replies,
    (asked) => asked === 'v1-aggressive',
    ({ exchange, cipher, notify }, accuse) => {
      if (exchange === aggressive && cipher !== undefined) return accuse();
      return notify === undefined ? undetermined('no-proof') : safe;
    },
  );
}

/** RFC 8247 and RFC 9395: ciphers 1 DES, 5 3DES (version 1) and 3 (version 2); hash 1 MD5; groups 1, 2 and 5. */
const weakCiphers: Readonly<Record<string, readonly string[]>> = { 1: ['1', '5'], 2: ['2', '3'] };
const weakGroups = new Set(['1', '2', '5']);
const names: Readonly<Record<string, Text>> = {
  cipher: { ja: '古い暗号（DES か 3DES）', en: 'an old cipher (DES or 3DES)' },
  hash: { ja: 'MD5', en: 'MD5' },
  group: { ja: '1024 または 1536 ビット以下の鍵交換', en: 'a key exchange of at most 1024 or 1536 bits' },
};

export function acceptsWeak(replies: Replies): Verdict {
  return worst(
    replies,
    () => true,
    ({ version = '', cipher, hash, group = '', notify }, accuse) => {
      const weak = [
        ...(cipher !== undefined && weakCiphers[version]?.includes(cipher) ? ['cipher'] : []),
        ...(hash === '1' ? ['hash'] : []),
        ...(weakGroups.has(group) ? ['group'] : []),
      ].flatMap((name) => names[name] ?? []);
      if (weak.length === 0)
        return cipher === undefined && notify === undefined ? undetermined('no-proof') : safe;
      return accuse({
        detail: {
          ja: `選ばれた方式: ${weak.map(({ ja }) => ja).join('、')}`,
          en: `It chose ${weak.map(({ en }) => en).join(', ')}.`,
        },
      });
    },
  );
}

export function tellsVendor(replies: Replies): Verdict {
  return worst(
    replies,
    () => true,
    ({ vendors }, accuse) => (vendors === undefined ? safe : accuse()),
  );
}
