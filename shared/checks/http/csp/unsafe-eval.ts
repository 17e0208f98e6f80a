import { defineCheck } from '../../check.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { judgePolicies } from './judge.ts';
import { allowsEval, sourcesOf } from './sources.ts';

export const cspUnsafeEval = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: '文字列をスクリプトとして実行することは禁じられています（CSP）',
      en: 'Text cannot be turned into script (CSP)',
    },
    vulnerable: {
      ja: '文字列をスクリプトとして実行することが許されています（CSP）',
      en: 'Text may be turned into script (CSP)',
    },
    why: {
      ja: 'CSP が unsafe-eval を許しているため、ページの中のスクリプトが文字列をそのままプログラムとして実行できます。入力された文字が実行される弱点があったときに、CSP が止められません。',
      en: 'The policy allows unsafe-eval, so scripts on the page may run text as a program. Should typed text end up there, the policy does not stop it.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(plainPolicy, {
    ja: '使っているスクリプトが eval を使わない版であることを確かめ、unsafe-eval を消します。',
    en: 'Make sure that the scripts in use do not need eval, and remove unsafe-eval.',
  }),
  references: ['https://www.w3.org/TR/CSP3/#grammardef-unsafe-eval', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePolicies(web, (policy) => {
      if (sourcesOf(policy, 'script-src') === undefined) return 'silent';
      return allowsEval(policy) ? evalAllowed : 'none';
    }),
});

const evalAllowed = { ja: "'unsafe-eval' が指定されています。", en: "'unsafe-eval' is given." };
