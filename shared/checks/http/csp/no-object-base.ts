import { defineCheck } from '../../check.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, plainPolicy } from './fixes.ts';
import { judgePolicies } from './judge.ts';
import type { Policy } from './policy.ts';
import { nonceOrHash, sourcesOf } from './sources.ts';

export const cspNoObjectBase = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'プラグインとページの基準アドレスは制限されています（CSP）',
      en: 'Plugins and the base address of pages are limited (CSP)',
    },
    vulnerable: {
      ja: 'プラグインまたはページの基準アドレスが制限されていません（CSP）',
      en: 'Plugins or the base address of pages are not limited (CSP)',
    },
    why: {
      ja: 'CSP に object-src または base-uri がありません。base-uri がないと、ページに一行書き込まれるだけで、正規のスクリプトの読み込み先を攻撃者のサーバーにすり替えられます。',
      en: 'The policy has no object-src or no base-uri. Without base-uri, one line smuggled into a page is enough to have the page’s own scripts loaded from an attacker’s server.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(plainPolicy, {
    ja: 'object-src と base-uri を書き加えます。',
    en: 'Add object-src and base-uri.',
  }),
  references: ['https://www.w3.org/TR/CSP3/#directive-base-uri', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePolicies(web, (policy) => {
      if (sourcesOf(policy, 'script-src-elem') === undefined) return 'silent';
      if (sourcesOf(policy, 'object-src') === undefined) return noObject;
      return relativeScripts(policy) && !policy.directives.has('base-uri') ? noBase : 'none';
    }),
});

const noObject = {
  ja: 'object-src も default-src もありません。',
  en: 'There is neither object-src nor default-src.',
};
const noBase = {
  ja: 'nonce または hash を使っていますが、base-uri がありません。',
  en: 'Nonces or hashes are used, but there is no base-uri.',
};

/** Where places are listed, another base leads to a place that is not; where numbers are, it leads anywhere. */
function relativeScripts(policy: Policy): boolean {
  return sourcesOf(policy, 'script-src-elem')?.some((source) => nonceOrHash.test(source)) ?? false;
}
