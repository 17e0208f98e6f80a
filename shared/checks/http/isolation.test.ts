import { describe, expect, test } from 'vitest';
import {
  buildHttps,
  exchange,
  httpResponse,
  noAnswer,
  pageWith,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { coepMissing } from './coep-missing.ts';
import { coopMissing } from './coop-missing.ts';
import { corpMissing } from './corp-missing.ts';
import { permissionsPolicyMissing } from './permissions-policy/missing.ts';

describe.each([
  [
    'Permissions-Policy',
    permissionsPolicyMissing,
    ['camera=()', 'geolocation=(self), camera=()'],
    ['', 'none'],
  ],
  [
    'Cross-Origin-Opener-Policy',
    coopMissing,
    ['same-origin', 'Same-Origin-Allow-Popups', 'noopener-allow-popups', 'same-origin; report-to="x"'],
    ['unsafe-none', 'same-site', ''],
  ],
  ['Cross-Origin-Embedder-Policy', coepMissing, ['require-corp', 'credentialless'], ['unsafe-none', 'yes']],
  ['Cross-Origin-Resource-Policy', corpMissing, ['same-origin', 'same-site', 'cross-origin'], ['none', '*']],
] as const)('%s', (name, check, good, bad) => {
  test.each(good)('%s → safe', (value) => expect(outcomeOf(check, pageWith([name, value]))).toBe('safe'));
  test.each(bad)('%j → info', (value) =>
    expect(outcomeOf(check, pageWith([name, value]))).toBe('info verified'),
  );
  test.each([
    ['missing', pageWith(), 'info verified'],
    ['on trial only', pageWith([`${name}-Report-Only`, good[0]]), 'info verified'],
    ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
    [
      'JSON',
      buildHttps([exchange('root', httpResponse(200, [['Content-Type', 'application/json']]))]),
      'not-applicable',
    ],
  ])('%s → %s', (_, evidence, outcome) => expect(outcomeOf(check, evidence)).toBe(outcome));
});
