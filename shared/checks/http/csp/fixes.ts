import type { Text } from '../../../model/text.ts';
import { headerFixes } from '../header-fixes.ts';

/** A policy is tried before it is enforced, whatever it changes. */
export function cspFixes(value: string, { ja, en }: Text) {
  return headerFixes({
    name: 'Content-Security-Policy',
    value,
    first: {
      ja: `はじめに Content-Security-Policy-Report-Only という名前で試し、ブラウザーの開発者ツールで表示の崩れを確かめてから本番にします。${ja}`,
      en: `Try it first as Content-Security-Policy-Report-Only and watch the developer tools of a browser. ${en}`,
    },
    awsAttribute: 'routing.http.response.content_security_policy.header_value',
  });
}

/** What suits a site whose scripts and styles are files of its own. */
export const plainPolicy = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

/** Scripts by a number that changes with every page: what CSP3 advises where scripts stand in the page. */
export const strictPolicy =
  "script-src 'nonce-RANDOM' 'strict-dynamic'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";
