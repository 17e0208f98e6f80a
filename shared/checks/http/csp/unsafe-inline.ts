import { defineCheck } from '../../check.ts';
import { mozillaWeb, owaspHeaders } from '../references.ts';
import { cspFixes, strictPolicy } from './fixes.ts';
import { judgePolicies } from './judge.ts';
import type { Policy } from './policy.ts';
import { allowsInline, sourcesOf } from './sources.ts';

export const cspUnsafeInline = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ページに直接書かれたスクリプトは制限されています（CSP）',
      en: 'Scripts written into a page are limited (CSP)',
    },
    vulnerable: {
      ja: 'ページに直接書かれたスクリプトが制限されていません（CSP）',
      en: 'Scripts written into a page are not limited (CSP)',
    },
    why: {
      ja: 'CSP は指定されていますが、ページの中に書かれたスクリプトをすべて許しています。不正なスクリプトが紛れ込む攻撃のほとんどはこの形のため、CSP が役に立ちません。問い合わせフォームなどに弱点があると、住民の入力内容が盗まれるおそれがあります。',
      en: 'There is a policy, but it lets every script written into a page run. Most attacks that smuggle in scripts have just this form, so the policy does not help: should a form have a weakness, what residents type could be stolen.',
    },
  },
  action: 'http-headers',
  fixes: cspFixes(strictPolicy, {
    ja: 'ページに書かれたスクリプトを別のファイルに移すか、表示のたびに変わる番号（nonce）を付け、unsafe-inline を消します。RANDOM はアプリケーションが毎回変えます。',
    en: 'Move scripts into files of their own, or mark them with a number that changes with every page (nonce), and remove unsafe-inline. The application puts a new RANDOM each time.',
  }),
  references: ['https://www.w3.org/TR/CSP3/#csp-directives', owaspHeaders, mozillaWeb],
  detect: ({ 'http-response': web }) =>
    judgePolicies(web, (policy) => {
      if (sourcesOf(policy, 'script-src') === undefined && !limitsElements(policy)) return unlimited(policy);
      return allowsInline(policy) ? inline : 'none';
    }),
});

const inline = {
  ja: "script-src に 'unsafe-inline' があり、nonce も hash も指定されていません。",
  en: "script-src has 'unsafe-inline' and neither a nonce nor a hash.",
};
const scriptsUnlimited = {
  ja: 'script-src も default-src もないため、スクリプトがまったく制限されていません。',
  en: 'There is neither script-src nor default-src, so scripts are not limited at all.',
};

function limitsElements({ directives }: Policy): boolean {
  return directives.has('script-src-elem') || directives.has('script-src-attr');
}

/** A sandbox without scripts limits them as well. */
function unlimited({ directives }: Policy) {
  const sandbox = directives.get('sandbox');
  return sandbox !== undefined && !sandbox.includes('allow-scripts') ? 'none' : scriptsUnlimited;
}
