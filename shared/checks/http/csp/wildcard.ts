import { defineCheck } from '../../check.ts';
import { shown } from '../../shown.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { judgePolicies } from './judge.ts';
import { anywhere, sourcesOf } from './sources.ts';

export const cspWildcard = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'スクリプトを読み込める提供元が限られています（CSP）',
      en: 'Scripts come only from named places (CSP)',
    },
    vulnerable: {
      ja: 'どこからでもスクリプトを読み込めます（CSP）',
      en: 'Scripts may come from anywhere (CSP)',
    },
    why: {
      ja: 'CSP の指定が広すぎて、攻撃者のサーバーに置かれたスクリプトも読み込めます。ページに一行書き込まれるだけで、住民の入力内容を盗むスクリプトが動くおそれがあります。',
      en: 'The policy is so wide that scripts on an attacker’s server may be loaded too. One line smuggled into a page is enough to run a script that takes what residents type.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(plainPolicy, {
    ja: '* や https: の代わりに、使っている提供元の名前だけを書きます。',
    en: 'Name the providers in use instead of * or https:.',
  }),
  references: ['https://www.w3.org/TR/CSP3/#framework-directive-source-list', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePolicies(web, (policy) => {
      if (sourcesOf(policy, 'script-src-elem') === undefined) return 'silent';
      const source = anywhere(policy);
      if (source === undefined) return 'none';
      return {
        ja: `スクリプトの提供元に「${shown(source)}」が指定されています。`,
        en: `Scripts may come from "${shown(source)}".`,
      };
    }),
});
