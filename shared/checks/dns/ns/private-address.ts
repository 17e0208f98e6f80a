import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { asked } from '../questions.ts';
import { rfc1912, rfc1918 } from '../references.ts';
import { isZone, withoutServers } from '../servers.ts';
import { proofOf, recordsIn } from '../zone-data.ts';
import { internalRange } from './addresses.ts';

export const nsPrivateAddress = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'DNS サーバーと公開する名前に内部用のアドレスはありません',
      en: 'No public name points to an internal address',
    },
    vulnerable: {
      ja: '公開 DNS に内部用のアドレスが載っています',
      en: 'An internal address stands in the public DNS',
    },
    why: {
      ja: 'インターネットから届かないアドレスのため名前解決やメールの配送が失敗するほか、庁内ネットワークの構成が外から分かります。',
      en: 'It cannot be reached from the Internet, so look-ups or mail fail, and it tells how the internal network is laid out.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} A +short; dig {domain} NS +short | xargs -n1 dig +short', {
    ja: '外部に公開するゾーンから、内部用のアドレス（10.、172.16. から 172.31.、192.168. など）のレコードを除きます。庁内向けの名前は庁内専用の DNS サーバーに置きます。',
    en: 'Take records with internal addresses (10., 172.16. to 172.31., 192.168. and the like) out of the public zone. Keep names for the office on a DNS server of its own.',
  }),
  references: [rfc1918, rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

const judged = ['ns-address', 'mx-address', 'address', 'aaaa', 'server-address', 'referral'] as const;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const questions = judged.flatMap((purpose) => asked(evidence, purpose));
  const found = questions.flatMap((each) =>
    (['answers', 'additional'] as const).flatMap((section) => [
      ...recordsIn(each, section, 'A'),
      ...recordsIn(each, section, 'AAAA'),
    ]),
  );
  const [wrong] = found.filter(({ record }) => internalRange(record.data) !== undefined);
  if (wrong !== undefined) {
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, wrong)],
      place: `${wrong.record.name} ${wrong.record.data}`,
    };
  }
  if (questions.length === 0) return isZone(evidence) ? withoutServers(evidence) : notApplicable;
  return found.length > 0 ? safe : notApplicable;
}
