import { describe, expect, test } from 'vitest';
import { buildCertificate, leafCertificate } from '../../../evidence/certificate/build.fixture.ts';
import type { Evidence } from '../../../evidence/evidence.ts';
import { type Answer, buildMailDomain } from '../../../evidence/mail-domain/build.fixture.ts';
import { buildMtaStsPolicy, policyPlace } from '../../../evidence/mta-sts-policy/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeAmong } from '../../outcome.fixture.ts';
import { mtaStsCert } from './cert.ts';
import { mtaStsInvalid } from './invalid.ts';
import { mtaStsMode } from './mode.ts';
import { mtaStsMxMismatch } from './mx-mismatch.ts';

const txt = 'TXT _mta-sts.city.example.jp';
const mx = 'MX city.example.jp';
const answers = { [txt]: ['v=STSv1; id=20261127'], [mx]: ['10 mx.city.example.jp'] };
const announced = (change: Readonly<Record<string, Answer>> = {}) =>
  buildMailDomain({ ...answers, ...change });
const saying = (mode: string, servers: readonly string[] = ['mx.city.example.jp']) => ({
  body: ['version: STSv1', `mode: ${mode}`, ...servers.map((name) => `mx: ${name}`), 'max_age: 86400'].join(
    '\n',
  ),
});
const among = (check: Check, policy: Evidence, ...others: readonly Evidence[]) =>
  outcomeAmong(check, [policy], others);

describe('mail.mta-sts.invalid', () => {
  test.each([
    ['a good policy', {}, 'safe'],
    ['a policy in testing', saying('testing'), 'safe'],
    ['no file', { status: 404 }, 'medium verified'],
    ['a redirect', { status: 301 }, 'medium verified'],
    ['a page', { contentType: 'text/html' }, 'medium verified'],
    ['no type', { contentType: null }, 'medium verified'],
    ['no server named', saying('enforce', []), 'medium verified'],
    ['a wrong mode', saying('strict'), 'medium verified'],
    ['a policy without an end', { complete: false }, 'undetermined: page-cut-short'],
    ['a wall', { status: 403 }, 'undetermined: blocked'],
    ['a fault of the server', { status: 503 }, 'undetermined: server-error'],
    ['silence', unknown('timeout'), 'undetermined: timeout'],
    ['no HTTP', no, 'undetermined: garbled'],
  ])('%s → %s', (_, answer, outcome) => {
    expect(among(mtaStsInvalid, buildMtaStsPolicy(answer), announced())).toBe(outcome);
  });

  test.each([
    ['nobody announced it', announced({ [txt]: [] }), 'not-applicable'],
    ['another record', announced({ [txt]: ['v=spf1 -all'] }), 'not-applicable'],
    ['the DNS was silent', announced({ [txt]: unknown('timeout') }), 'undetermined: timeout'],
  ])('no file, and %s → %s', (_, domain, outcome) => {
    expect(among(mtaStsInvalid, buildMtaStsPolicy({ status: 404 }), domain)).toBe(outcome);
  });

  test('no file, and nobody looked at the domain → undetermined', () => {
    expect(among(mtaStsInvalid, buildMtaStsPolicy({ status: 404 }))).toBe(
      'undetermined: no-evidence:mail-domain',
    );
  });
});

test.each([
  ['enforce', 'safe'],
  ['testing', 'info verified'],
  ['none', 'info verified'],
  ['strict', 'not-applicable'],
])('mail.mta-sts.mode: %s → %s', (mode, outcome) => {
  expect(among(mtaStsMode, buildMtaStsPolicy(saying(mode)))).toBe(outcome);
});

describe('mail.mta-sts.mx-mismatch', () => {
  const two = { [mx]: ['10 mx.city.example.jp', '20 mx2.city.example.jp'] };
  test.each([
    ['the one server', {}, {}, 'safe'],
    ['a wildcard over both', saying('enforce', ['*.city.example.jp']), two, 'safe'],
    ['one of two', {}, two, 'medium verified'],
    ['one of two, in testing', saying('testing'), two, 'low verified'],
    ['one of two, switched off', saying('none'), two, 'not-applicable'],
    ['a policy nobody announced', {}, { ...two, [txt]: [] }, 'not-applicable'],
    ['a domain that takes no mail', {}, { [mx]: ['0 .'] }, 'not-applicable'],
    ['servers that are not known', {}, { [mx]: unknown('timeout') }, 'undetermined: timeout'],
    ['a policy that cannot be read', { status: 404 }, two, 'not-applicable'],
    ['a policy that was not seen', unknown('reset'), two, 'undetermined: reset'],
  ])('%s → %s', (_, answer, change, outcome) => {
    expect(among(mtaStsMxMismatch, buildMtaStsPolicy(answer), announced(change))).toBe(outcome);
  });
});

describe('mail.mta-sts.cert', () => {
  const leaf = leafCertificate({ dnsNames: ['mta-sts.city.example.jp'] });
  test.each([
    ['trusted, with the name', { presented: { chain: [leaf] } }, 'safe'],
    ['another name', { presented: { chain: [leafCertificate()] } }, 'medium verified'],
    [
      'its own authority',
      { presented: { chain: [leaf], trust: 'untrusted-root' as const } },
      'medium verified',
    ],
    ['out of date', { presented: { chain: [leaf], trust: 'expired' as const } }, 'medium verified'],
    ['no handshake', { presented: unknown('reset') }, 'undetermined: reset'],
    ['no certificate', { presented: no }, 'not-applicable'],
  ])('%s → %s', (_, data, outcome) => {
    const evidence = [buildMtaStsPolicy(), buildCertificate(data, policyPlace)];
    expect(outcomeAmong(mtaStsCert, evidence, [announced()])).toBe(outcome);
  });
});
