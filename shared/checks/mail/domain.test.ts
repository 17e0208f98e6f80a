import { describe, expect, test } from 'vitest';
import {
  buildDomainDns,
  buildServerDns,
  type DnsQuestion,
  dnsAnswer,
  question,
  record,
} from '../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { mtaStsMissing } from './mta-sts/missing.ts';
import { mxMissing } from './mx/missing.ts';
import { spfMissing } from './spf/missing.ts';
import { spfMultiple } from './spf/multiple.ts';
import { tlsRptMissing } from './tlsrpt/missing.ts';

type Purpose = 'mx' | 'spf' | 'tlsrpt' | 'mta-sts';
const domain = 'city.example.lg.jp';
const owners = { mx: '', spf: '', tlsrpt: '_smtp._tls.', 'mta-sts': '_mta-sts.' } as const;

/** One question with its records; their data, or the outcome that took the answer's place, or an rcode. */
function asked(
  purpose: Purpose,
  answer: readonly string[] | ReturnType<typeof unknown> | number,
): DnsQuestion {
  const name = `${owners[purpose]}${domain}`;
  const type = purpose === 'mx' ? 'MX' : 'TXT';
  const overrides = { name, type, server: '192.0.2.53#53' };
  if (typeof answer === 'number') return question(purpose, dnsAnswer({ rcode: answer }), overrides);
  if ('outcome' in answer)
    return question(purpose, answer as Exclude<typeof answer, { outcome: 'yes' }>, overrides);
  return question(purpose, dnsAnswer({ answers: answer.map((data) => record(name, type, data)) }), overrides);
}

const good = {
  mx: asked('mx', ['10 mx.city.example.lg.jp']),
  spf: asked('spf', ['v=spf1 mx -all', 'google-site-verification=abc']),
  tlsrpt: asked('tlsrpt', ['v=TLSRPTv1; rua=mailto:tls@city.example.lg.jp']),
  'mta-sts': asked('mta-sts', ['v=STSv1; id=20261121']),
};
const dns = (...questions: DnsQuestion[]) => {
  const given = new Set(questions.map(({ purpose }) => purpose));
  const usual = Object.values(good).filter(({ purpose }) => !given.has(purpose));
  return buildDomainDns([...usual, ...questions], domain);
};

const checks: readonly { name: Purpose; check: Check }[] = [
  { name: 'mx', check: mxMissing },
  { name: 'spf', check: spfMissing },
  { name: 'spf', check: spfMultiple },
  { name: 'tlsrpt', check: tlsRptMissing },
  { name: 'mta-sts', check: mtaStsMissing },
];

describe.each(checks)('$name: $check.text.vulnerable.en', ({ name, check }) => {
  test.each([
    ['a good domain', dns(), 'safe'],
    ['silence', dns(asked(name, unknown('timeout'))), 'undetermined: timeout'],
    ['the resolver fails', dns(asked(name, 2)), 'undetermined: garbled'],
    ['the resolver refuses', dns(asked(name, 5)), 'undetermined: garbled'],
    ['a DNS server that is itself diagnosed', buildServerDns(dns().data.questions), 'not-applicable'],
    ['nothing asked', buildDomainDns([], domain), 'undetermined: not-attempted'],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });
});

test.each([mxMissing, spfMissing, spfMultiple])('a domain that does not exist → not applicable', (check) => {
  expect(outcomeOf(check, dns(asked('mx', 3), asked('spf', 3)))).toBe('not-applicable');
});

test.each([
  ['none', [], 'low verified'],
  ['the null MX', ['0 .'], 'not-applicable'],
  ['the null MX, its dot left out', ['0 '], 'not-applicable'],
  ['several', ['10 a.example', '20 b.example'], 'safe'],
])('mx: %s → %s', (_, records, outcome) => {
  expect(outcomeOf(mxMissing, dns(asked('mx', records)))).toBe(outcome);
});

test.each([
  ['no TXT at all', [], 'medium verified', 'not-applicable'],
  ['other TXT only', ['MS=ms123'], 'medium verified', 'not-applicable'],
  ['another version', ['v=spf10 -all'], 'medium verified', 'not-applicable'],
  ['in capitals', ['V=SPF1 -ALL'], 'safe', 'safe'],
  ['two', ['v=spf1 -all', 'v=spf1 mx ~all'], 'safe', 'medium verified'],
])('spf: %s → missing, multiple', (_, records, ...outcomes) => {
  const evidence = dns(asked('spf', records));

  expect([spfMissing, spfMultiple].map((check) => outcomeOf(check, evidence))).toEqual(outcomes);
});

describe.each([
  { name: 'tlsrpt', check: tlsRptMissing, rating: 'info verified' },
  { name: 'mta-sts', check: mtaStsMissing, rating: 'low verified' },
] as const)('$name', ({ name, check, rating }) => {
  test.each([
    ['a domain without MX', dns(asked('mx', []), asked(name, [])), 'not-applicable'],
    ['a domain that takes no mail', dns(asked('mx', ['0 .']), asked(name, [])), 'not-applicable'],
    ['silence about the MX', dns(asked('mx', unknown('timeout')), asked(name, [])), 'undetermined: timeout'],
    ['no record', dns(asked(name, [])), rating],
    ['no such name', dns(asked(name, 3)), rating],
    ['another record', dns(asked(name, ['v=spf1 -all'])), rating],
    ['another version', dns(asked(name, ['v=STSv10; id=1', 'v=TLSRPTv10; x'])), rating],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });
});
