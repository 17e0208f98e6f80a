import { defineCheck } from '../../check.ts';
import { signingFixes } from '../fixes.ts';
import { rfc5155, rfc9276 } from '../references.ts';
import { judgeNsec3, nsec3Snippets } from './judge.ts';

export const dnssecNsec3Iterations = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: 'NSEC3 の反復回数は 0 です', en: 'NSEC3 uses no extra iterations' },
    vulnerable: { ja: 'NSEC3 の反復回数が 0 ではありません', en: 'NSEC3 uses extra iterations' },
    why: {
      ja: '反復は名前の推測を防ぐ役に立たず、サーバーと検証する側の負担を増やすだけです。回数が多いと、検証する側が署名なしとして扱ったり失敗にしたりします。',
      en: 'Iterations do not keep names secret; they only burden servers and validators. With many of them validators treat the zone as unsigned or fail.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'dig {domain} NSEC3PARAM +short',
    { ja: 'NSEC3 の反復回数を 0 にして署名し直します。', en: 'Sign again with zero NSEC3 iterations.' },
    nsec3Snippets,
  ),
  references: [rfc9276, rfc5155],
  detect: ({ 'dns-answers': evidence }) =>
    judgeNsec3(evidence, ({ iterations }) =>
      iterations > 0
        ? { ja: `反復回数は ${iterations} 回です。`, en: `There are ${iterations} iterations.` }
        : undefined,
    ),
});
