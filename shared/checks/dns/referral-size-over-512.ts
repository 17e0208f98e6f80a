import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { delegationFixes } from './fixes.ts';
import { answerProof } from './questions.ts';
import { rfc1035, rfc2182 } from './references.ts';
import { answerOf, askedOf, isZone, parentsOf, withoutServers } from './servers.ts';

export const referralSizeOver512 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '委任の案内が 512 バイトに収まります', en: 'The delegation fits into 512 octets' },
    vulnerable: { ja: '委任の案内が 512 バイトを超えます', en: 'The delegation takes more than 512 octets' },
    why: {
      ja: '古い機器や一部の通信経路では 512 バイトを超える応答が届かず、名前解決が遅れることがあります。DNS サーバーの数や名前の長さを減らすと収まります。',
      en: 'Old devices and some paths lose answers over 512 octets, and look-ups become slow. Fewer name servers, or shorter names, help.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +norecurse +noedns +ignore', {
    ja: 'DNS サーバーの数を 2 から 4 台ほどに減らすか、同じドメインの短い名前にそろえます。',
    en: 'Reduce the number of name servers to between two and four, or give them short names under one domain.',
  }),
  references: [rfc1035, rfc2182],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** RFC 1035 §4.2.1; our own OPT record comes on top. */
const limit = 512 + 11;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const referrals = parentsOf(evidence).flatMap((parent) => askedOf(parent, 'referral'));
  if (referrals.length === 0) return isZone(evidence) ? withoutServers(evidence) : notApplicable;
  const answered = referrals.filter((asked) => answerOf(asked)?.authority.some(({ type }) => type === 'NS'));
  const large = answered.find((asked) => (answerOf(asked)?.responseBytes ?? 0) > limit);
  if (large !== undefined) {
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, large, 'responseBytes')],
    };
  }
  return answered.length > 0 ? safe : undetermined('no-answer');
}
