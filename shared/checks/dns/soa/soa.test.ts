import { expect, test } from 'vitest';
import { dnsAnswer, record } from '../../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { buildZone, type Changes, own, zone } from '../zone.fixture.ts';
import { soaMname } from './mname.ts';
import { soaRname } from './rname.ts';
import { soaSerialDiff } from './serial-diff.ts';
import { soaTimers } from './timers.ts';

const soa = (
  change: Partial<Record<'mname' | 'rname' | 'serial' | 'refresh' | 'retry' | 'expire' | 'minimum', string>>,
) => {
  const fields = {
    mname: `ns1.${zone}`,
    rname: `hostmaster.${zone}`,
    serial: '7',
    refresh: '14400',
    retry: '3600',
    expire: '1209600',
    minimum: '3600',
    ...change,
  };
  return own(record(zone, 'SOA', Object.values(fields).join(' ')));
};
const silent = unknown('timeout');

test.each<[string, Check, Changes, string]>([
  ['another serial at one server', soaSerialDiff, { 'soa@ns2': soa({ serial: '6' }) }, 'low verified'],
  ['one serial', soaSerialDiff, {}, 'safe'],
  ['one server silent', soaSerialDiff, { 'soa@ns2': silent }, 'undetermined: no-answer'],
  [
    'one server without AA',
    soaSerialDiff,
    { 'soa@ns2': dnsAnswer({ answers: [record(zone, 'SOA', 'a b 1 2 3 4 5')] }) },
    'undetermined: no-answer',
  ],
  [
    'an SOA that cannot be read',
    soaSerialDiff,
    { soa: own(record(zone, 'SOA', '\\# 3 000102')) },
    'undetermined: no-answer',
  ],
  ['other contacts', soaRname, { 'soa@ns1': soa({ rname: `root.${zone}` }) }, 'info verified'],
  ['other letter case', soaRname, { 'soa@ns1': soa({ rname: `HOSTMASTER.${zone}` }) }, 'safe'],
  ['other primaries', soaMname, { 'soa@ns1': soa({ mname: 'ns.old.example' }) }, 'info verified'],
  ['usual timers', soaTimers, {}, 'safe'],
  ['refresh of a minute', soaTimers, { soa: soa({ refresh: '60', retry: '30' }) }, 'info verified'],
  ['retry longer than refresh', soaTimers, { soa: soa({ retry: '20000' }) }, 'info verified'],
  ['expires within a day', soaTimers, { soa: soa({ expire: '86400' }) }, 'info verified'],
  ['denials kept for a week', soaTimers, { soa: soa({ minimum: '604800' }) }, 'info verified'],
  ['other timers at one server', soaTimers, { 'soa@ns2': soa({ refresh: '7200' }) }, 'info verified'],
  ['nobody told', soaTimers, { soa: silent }, 'undetermined: no-answer'],
])('%s → its verdict', (_, check, changes, expected) => {
  expect(outcomeOf(check, buildZone(changes))).toBe(expected);
});

test('the serials differed and were the same a minute later → safe', () => {
  const evidence = buildZone({ 'soa@ns2': soa({ serial: '6' }) });
  const later = evidence.data.questions
    .filter(({ purpose, server }) => purpose === 'soa' && server.startsWith('192.0.2.1'))
    .flatMap((each) => [each, { ...each, server: '198.51.100.1#53' }]);
  const questions = [...evidence.data.questions, ...later];
  expect(outcomeOf(soaSerialDiff, { ...evidence, data: { ...evidence.data, questions } })).toBe('safe');
});

test('serials that differ → both are named with their servers', () => {
  expect(verdictOf(soaSerialDiff, buildZone({ 'soa@ns2': soa({ serial: '6' }) }))).toMatchObject({
    place: `ns1.${zone}/192.0.2.1 7, ns2.${zone}/198.51.100.1 6`,
  });
});
