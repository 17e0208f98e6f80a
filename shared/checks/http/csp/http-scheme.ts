import { defineCheck } from '../../check.ts';
import { shown } from '../../shown.ts';
import { notApplicable } from '../../verdicts.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { judgePolicies } from './judge.ts';
import { cleartextSource } from './sources.ts';

export const cspHttpScheme = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'CSP に暗号化されない提供元は指定されていません',
      en: 'The policy (CSP) names no source without encryption',
    },
    vulnerable: {
      ja: 'CSP に暗号化されない提供元（http:）が指定されています',
      en: 'The policy (CSP) names sources without encryption (http:)',
    },
    why: {
      ja: '暗号化されない http: の提供元が許されています。途中にいる第三者が、読み込まれる内容をすり替えられるおそれがあります。',
      en: 'Sources without encryption are allowed. Someone in between may exchange what is loaded from them.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(plainPolicy, {
    ja: 'http: で始まる提供元を https: に書き換えます。',
    en: 'Change sources that begin with http: to https:.',
  }),
  references: ['https://www.w3.org/TR/CSP3/#match-schemes', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    web.data.scheme === 'https'
      ? judgePolicies(web, (policy) => {
          const upgraded = ['upgrade-insecure-requests', 'block-all-mixed-content'];
          if (upgraded.some((name) => policy.directives.has(name))) return 'none';
          const source = cleartextSource(policy);
          if (source === undefined) return 'silent';
          return {
            ja: `「${shown(source)}」が指定されています。`,
            en: `It names "${shown(source)}".`,
          };
        })
      : notApplicable,
});
