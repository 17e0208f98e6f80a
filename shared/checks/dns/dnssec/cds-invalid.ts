import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { signingFixes } from '../fixes.ts';
import { rfc8078 } from '../references.ts';
import { answerOf, askedOf, isZone, judgeServers } from '../servers.ts';
import { proofOf, recordsIn } from '../zone-data.ts';
import { isUnsigned, keysOf, tagOf } from './records.ts';

export const dnssecCdsInvalid = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '鍵の引き継ぎの届け出（CDS）は正しいです',
      en: 'What the zone asks the parent to publish (CDS) is right',
    },
    vulnerable: {
      ja: '鍵の引き継ぎの届け出（CDS、CDNSKEY）が鍵と合いません',
      en: 'What the zone asks the parent to publish (CDS, CDNSKEY) does not match its keys',
    },
    why: {
      ja: 'CDS を見て DS を自動で差し替える登録事業者では、誤った DS が登録され、ホームページにもメールにも届かなくなるおそれがあります。',
      en: 'A registry that replaces the DS automatically may publish a wrong one; then web and mail cannot be reached any more.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes('dig {domain} CDS +short; dig {domain} DNSKEY +short', {
    ja: 'CDS と CDNSKEY を、いま署名に使っている鍵のものに直すか、消します。',
    en: 'Make CDS and CDNSKEY those of the key that signs now, or remove them.',
  }),
  references: [rfc8078, 'https://www.rfc-editor.org/rfc/rfc7344'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** RFC 8078 §4: asks for the removal of the DS. */
const removal = /^0 (0|3) 0 /;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence) || isUnsigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const asked = [...askedOf(server, 'cds'), ...askedOf(server, 'cdnskey')];
    if (!asked.some((each) => answerOf(each) !== undefined)) return undetermined('no-answer');
    const cds = asked.flatMap((each) => recordsIn(each, 'answers', 'CDS'));
    const cdnskey = asked.flatMap((each) => recordsIn(each, 'answers', 'CDNSKEY'));
    const keys = keysOf(server);
    const tags = new Set(keys.map((key) => `${tagOf(key)} ${key.algorithm}`));
    const material = new Set(keys.map(({ found }) => found.record.data));
    const wrong = [
      ...cds.filter(({ record }) => !tags.has(record.data.split(' ').slice(0, 2).join(' '))),
      ...cdnskey.filter(({ record }) => !material.has(record.data)),
    ].find(({ record }) => !removal.test(record.data));
    if (wrong !== undefined)
      return { verdict: 'vulnerable', confidence: 'verified', proof: [proofOf(evidence, wrong)] };
    return cds.length + cdnskey.length > 0 ? safe : notApplicable;
  });
}
