import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { delegationFixes } from '../fixes.ts';
import { answerProof, rcode } from '../questions.ts';
import { rfc4035, rfc6781 } from '../references.ts';
import { answerOf, askedOf, isZone, serversOf } from '../servers.ts';
import { proofOf } from '../zone-data.ts';
import { judgeDs } from './judge.ts';
import { dsOf, isSigned } from './records.ts';

export const dnssecDsUnsigned = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'high',
  text: {
    safe: {
      ja: '上位に DS があり、ゾーンも署名されています',
      en: 'Where the parent has a DS, the zone is signed',
    },
    vulnerable: {
      ja: '上位に DS があるのにゾーンが署名されていません',
      en: 'The parent has a DS, but the zone is not signed',
    },
    why: {
      ja: 'DNSSEC を検証する事業者の利用者は、このドメインのホームページにもメールにも届きません。DNS サーバーの引っ越しのあとに DS を消し忘れたときに起こります。',
      en: 'People whose provider validates DNSSEC reach neither web nor mail. It happens when the DS is forgotten after moving to other name servers.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} DS +short; dig {domain} DNSKEY +short', {
    ja: 'すぐに登録事業者で DS を削除するか、ゾーンを署名して正しい DS を届け出ます。',
    en: 'Have the registrar delete the DS at once, or sign the zone and hand in the right DS.',
  }),
  references: [rfc4035, rfc6781],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const [ds] = dsOf(evidence);
  if (ds === undefined) return judgeDs(evidence, () => undefined);
  const answers = serversOf(evidence)
    .flatMap((server) => askedOf(server, 'dnskey'))
    .filter((asked) => answerOf(asked)?.flags.aa === true && answerOf(asked)?.rcode === rcode.noError);
  const [first] = answers;
  if (first === undefined) return undetermined('no-answer');
  if (isSigned(evidence)) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofOf(evidence, ds.found), answerProof(evidence, first, 'raw')],
  };
}
