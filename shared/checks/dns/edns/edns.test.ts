import { expect, test } from 'vitest';
import { dnsAnswer } from '../../../evidence/dns-answers/build.fixture.ts';
import type { DnsAnswer } from '../../../evidence/dns-answers/schema.ts';
import { no, unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { buildZone, type Changes } from '../zone.fixture.ts';
import { ednsFlags } from './flags.ts';
import { ednsOption } from './option.ts';
import { ednsTruncation } from './truncation.ts';
import { ednsUnsupported } from './unsupported.ts';
import { ednsVersion } from './version.ts';

const opt = (overrides: Partial<NonNullable<DnsAnswer['edns']>> = {}) => ({
  version: 0,
  flags: 0,
  payload: 1232,
  options: [],
  ...overrides,
});
const plain = dnsAnswer({ flags: { aa: true } });
const good = { ...plain, edns: opt() };
const silent = unknown('timeout');
const formErr = dnsAnswer({ rcode: 1 });

test.each<[string, Check, Changes, string]>([
  ['FORMERR to EDNS', ednsUnsupported, { edns: formErr }, 'low verified'],
  ['an answer without OPT', ednsUnsupported, { edns: plain }, 'low verified'],
  ['silence, while the plain question is answered', ednsUnsupported, { edns: silent }, 'low inferred'],
  [
    'silence to both',
    ednsUnsupported,
    { edns: silent, 'edns-none': silent, reach: silent },
    'undetermined: no-answer',
  ],
  ['REFUSED without OPT', ednsUnsupported, { edns: dnsAnswer({ rcode: 5 }) }, 'undetermined: rcode-5'],
  ['SERVFAIL without OPT', ednsUnsupported, { edns: dnsAnswer({ rcode: 2 }) }, 'undetermined: rcode-2'],
  ['an OPT', ednsUnsupported, {}, 'safe'],
  ['not asked', ednsUnsupported, { edns: null }, 'not-applicable'],
  ['NOERROR to version 1', ednsVersion, { 'edns-version': good }, 'low verified'],
  ['FORMERR to version 1', ednsVersion, { 'edns-version': formErr }, 'low verified'],
  ['BADVERS without OPT', ednsVersion, { 'edns-version': { ...plain, rcode: 16 } }, 'low verified'],
  ['silence to version 1', ednsVersion, { 'edns-version': silent }, 'low inferred'],
  ['reset', ednsVersion, { 'edns-version': unknown('reset') }, 'undetermined: reset'],
  ['refused by the host', ednsVersion, { 'edns-version': no }, 'undetermined: refused'],
  ['BADVERS', ednsVersion, {}, 'safe'],
  [
    'no EDNS at all, which is another finding',
    ednsVersion,
    { edns: plain, 'edns-version': formErr },
    'not-applicable',
  ],
  [
    'the option comes back',
    ednsOption,
    { 'edns-option': { ...plain, edns: opt({ options: [{ code: 65_001, data: '00' }] }) } },
    'low verified',
  ],
  ['FORMERR to the option', ednsOption, { 'edns-option@ns2': formErr }, 'low verified'],
  ['silence to the option', ednsOption, { 'edns-option': silent }, 'low inferred'],
  [
    'a cookie of its own',
    ednsOption,
    { 'edns-option': { ...plain, edns: opt({ options: [{ code: 10, data: '00' }] }) } },
    'safe',
  ],
  ['the flag comes back', ednsFlags, { 'edns-flags': { ...plain, edns: opt({ flags: 1 }) } }, 'low verified'],
  ['DO comes back', ednsFlags, { 'edns-flags': { ...plain, edns: opt({ flags: 0x8000 }) } }, 'safe'],
  ['silence to the flag', ednsFlags, { 'edns-flags': silent }, 'low inferred'],
  [
    '900 octets where 512 were allowed',
    ednsTruncation,
    { 'edns-truncation': { ...good, responseBytes: 900 } },
    'low verified',
  ],
  [
    'TC',
    ednsTruncation,
    { 'edns-truncation': { ...good, flags: { ...good.flags, tc: true }, responseBytes: 40 } },
    'safe',
  ],
  ['500 octets', ednsTruncation, { 'edns-truncation': { ...good, responseBytes: 500 } }, 'safe'],
  ['asked over TCP alone', ednsTruncation, { 'edns-truncation': null }, 'not-applicable'],
])('%s → its verdict', (_, check, changes, expected) => {
  expect(outcomeOf(check, buildZone(changes))).toBe(expected);
});
