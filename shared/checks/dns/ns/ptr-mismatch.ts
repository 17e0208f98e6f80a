import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { asked } from '../questions.ts';
import { rfc1912 } from '../references.ts';
import { recordsIn } from '../zone-data.ts';
import { judgePointers, pointerFixes, pointingBack } from './pointers.ts';

export const nsPtrMismatch = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: pointingBack,
    vulnerable: {
      ja: 'DNS サーバーの逆引きの名前が一致しません',
      en: 'The reverse name of a name server does not match',
    },
    why: {
      ja: '逆引きの名前が実際の名前と違うと、障害や不正の調査のときに誤った相手に連絡が行くことがあります。',
      en: 'When the reverse name is another than the real one, whoever looks into a fault or an abuse may turn to the wrong people.',
    },
  },
  action: 'dns-zone',
  fixes: pointerFixes,
  references: [rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const names = new Set(asked(evidence, 'ns-address').map(({ question }) => question.name.toLowerCase()));
  return judgePointers(evidence, (pointer) => {
    const found = recordsIn(pointer, 'answers', 'PTR');
    return found.length > 0 && found.every(({ record }) => !names.has(record.data.toLowerCase()));
  });
}
