import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { recordFixes } from './fixes.ts';
import { asked } from './questions.ts';
import { rfc1912 } from './references.ts';
import { answerOf } from './servers.ts';
import { proofOf, recordsIn } from './zone-data.ts';

export const subdomainFoundInternal = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: '公開の記録から内部用らしい名前は見つかりません',
      en: 'No public record shows a name that seems internal',
    },
    vulnerable: {
      ja: '公開の記録に内部用らしい名前があります',
      en: 'Public records show a name that seems internal',
    },
    why: {
      ja: '試験用や庁内用のサーバーの名前は、攻撃する相手を選ぶ手がかりになります。管理の行き届かない試験用サーバーが入口になることもあります。',
      en: 'Names of test or office servers help to choose what to attack. A test server that nobody looks after may be the way in.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} MX +short; dig {domain} TXT +short', {
    ja: '示した名前のサーバーを公開する必要があるかを確かめ、不要ならレコードを消します。庁内向けの名前は庁内専用の DNS サーバーに置きます。',
    en: 'See whether the server has to be public; if not, delete the record. Keep names for the office on a DNS server of its own.',
  }),
  references: [rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** Only names that the zone's own public records give: no name is guessed. */
const judged = ['mx', 'ns', 'spf', 'mx-address', 'ns-address'] as const;
const internalLabel =
  /^(?:intra(?:net)?|internal|gyomu|naibu|kanri|dev|test|stg|staging|vpn-?test|ad\d*|dc\d+|fileserver|backup|old)\d*$/i;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (evidence.endpoint.port !== null) return notApplicable;
  const questions = judged.flatMap((purpose) => asked(evidence, purpose));
  const records = questions.flatMap((each) =>
    ['MX', 'NS', 'TXT', 'CNAME'].flatMap((type) => recordsIn(each, 'answers', type)),
  );
  const found = records.find(({ record }) => internalName(record.data, evidence.endpoint.host) !== undefined);
  if (found !== undefined) {
    const place = internalName(found.record.data, evidence.endpoint.host) ?? '';
    return { verdict: 'vulnerable', confidence: 'inferred', proof: [proofOf(evidence, found)], place };
  }
  if (questions.every((each) => answerOf(each) === undefined)) return undetermined('no-answer');
  return safe;
}

/** The first name below the domain, one of whose own labels sounds internal. */
function internalName(data: string, domain: string): string | undefined {
  return data
    .toLowerCase()
    .split(/[\s:="]+/)
    .filter((word) => word.endsWith(`.${domain}`))
    .find((name) =>
      name
        .slice(0, -domain.length - 1)
        .split('.')
        .some((label) => internalLabel.test(label)),
    );
}
