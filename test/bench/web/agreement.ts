import type { ObservatoryTests } from './observatory.ts';

/** The checks that ask the same as a test of the Observatory. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  'content-security-policy': [
    'http.csp.missing',
    'http.csp.unsafe-inline',
    'http.csp.unsafe-eval',
    'http.csp.wildcard',
    'http.csp.http-scheme',
    'http.csp.no-object-base',
    'http.csp.invalid',
  ],
  cookies: ['http.cookie.secure', 'http.cookie.httponly', 'http.cookie.samesite', 'http.cookie.prefix'],
  'cross-origin-resource-policy': ['http.corp-missing'],
  'cross-origin-resource-sharing': ['http.cors.reflect-credentials'],
  redirection: ['http.redirect.missing', 'http.redirect.off-host-first', 'http.https.missing'],
  'referrer-policy': ['http.referrer-policy.unsafe'],
  'strict-transport-security': ['http.hsts.missing', 'http.hsts.short'],
  'subresource-integrity': ['http.sri.missing'],
  'x-content-type-options': ['http.xcto.missing'],
  'x-frame-options': ['http.xfo.missing'],
};

/** Where the two differ on purpose, by the result that the Observatory gave. */
const explanations: Readonly<Record<string, string>> = {
  'corp-not-implemented': 'it passes a missing header without points; we tell it as information',
  'cross-origin-resource-sharing-implemented-with-restricted-access':
    'it looks for the origin it sent among headers that its HTTP client does not keep, so it never sees it come back',
};

export interface Row {
  readonly site: string;
  readonly test: string;
  readonly state: 'same' | 'explained' | 'unexplained';
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
}

/** Test by test: both pass, both accuse, or they differ for a reason that is known. */
export function agreementOf(
  site: string,
  tests: ObservatoryTests,
  accused: readonly string[],
): readonly Row[] {
  return Object.entries(counterparts).flatMap(([test, checks]): Row[] => {
    const theirs = tests[test];
    if (theirs === undefined) return [];
    const ours = checks.filter((check) => accused.includes(check));
    const row = { site, test, theirs: theirs.result, ours: ours.join(' ') || 'safe' };
    if (theirs.pass === (ours.length === 0)) return [{ ...row, state: 'same', why: '' }];
    const why = explanations[theirs.result];
    return [{ ...row, state: why === undefined ? 'unexplained' : 'explained', why: why ?? '' }];
  });
}
