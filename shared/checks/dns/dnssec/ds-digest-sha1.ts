import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc8624, rfc9905 } from '../references.ts';
import { judgeDs } from './judge.ts';
import { dsOf } from './records.ts';

export const dnssecDsDigestSha1 = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'DS は SHA-256 以上で届け出ています', en: 'The DS uses SHA-256 or better' },
    vulnerable: { ja: 'DS が SHA-1 で届け出られています', en: 'The DS uses SHA-1' },
    why: {
      ja: 'SHA-1 は偽造に弱いため、今後は受け付けない検証サーバーが増えます。そうなると署名していないのと同じ扱いになります。',
      en: 'SHA-1 is open to forgery. Fewer and fewer validators accept it; the zone then counts as unsigned.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} DS +short', {
    ja: '登録事業者に SHA-256（種類 2）の DS を届け出て、SHA-1（種類 1）の DS を消します。',
    en: 'Hand a DS with SHA-256 (type 2) to the registrar and delete the one with SHA-1 (type 1).',
  }),
  references: [rfc8624, rfc9905],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

const sha1 = 1;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const types = new Set(dsOf(evidence).map(({ digestType }) => digestType));
  return judgeDs(evidence, ({ digestType }) => {
    if (digestType !== sha1) return undefined;
    return types.size > 1
      ? {
          ja: 'SHA-256 の DS もありますが、SHA-1 の DS が残っています。',
          en: 'There is a DS with SHA-256, but one with SHA-1 is left.',
        }
      : { ja: 'SHA-1 の DS しかありません。', en: 'There is a DS with SHA-1 only.' };
  });
}
