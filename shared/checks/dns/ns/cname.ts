import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { sameName } from '../../../model/host-name.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { asked } from '../questions.ts';
import { rfc1912, rfc2181 } from '../references.ts';
import { answerOf, askedOf, serversOf } from '../servers.ts';
import { proofOf, recordsIn } from '../zone-data.ts';

export const nsCname = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'DNS サーバーの名前は別名（CNAME）ではありません', en: 'No name server is an alias' },
    vulnerable: { ja: 'DNS サーバーの名前が別名（CNAME）です', en: 'A name server is an alias (CNAME)' },
    why: {
      ja: 'NS に書く名前は、アドレスを直接持たなければなりません。別名をたどらない相手は名前解決に失敗します。',
      en: 'The name in an NS record has to have addresses of its own. Those who do not follow the alias cannot look names up.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} NS +short | xargs -n1 -I% dig % CNAME +short',
    {
      ja: 'NS には、A または AAAA レコードを直接持つ名前を書きます。',
      en: 'Name in NS a host that has A or AAAA records itself.',
    },
    'ns1.{domain}. IN A 192.0.2.53',
  ),
  references: [rfc2181, rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const own = serversOf(evidence).flatMap((server) => askedOf(server, 'server-address'));
  const all = [...own, ...asked(evidence, 'ns-address')];
  const alias = all
    .flatMap((each) => recordsIn(each, 'answers', 'CNAME').slice(0, 1))
    .find(({ record, asked: { question } }) => sameName(record.name, question.name));
  if (alias !== undefined) {
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofOf(evidence, alias)],
      place: alias.record.name,
    };
  }
  if (all.length === 0) return notApplicable;
  return all.some((each) => answerOf(each) !== undefined) ? safe : undetermined('no-answer');
}
