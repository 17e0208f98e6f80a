import { expect, test } from 'vitest';
import { dnsAnswer, record } from '../../evidence/dns-answers/build.fixture.ts';
import type { DnsQuestion } from '../../evidence/dns-answers/schema.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { sourceAddress } from './source-address.ts';
import { tcpUnreachable } from './tcp/unreachable.ts';
import { udpUnreachable } from './udp/unreachable.ts';
import { buildZone, own, soaData, withDeadServer, zone } from './zone.fixture.ts';

const soa = own(record(zone, 'SOA', soaData));
type Try = Pick<DnsQuestion, 'transport' | 'endedMs' | 'answer'>;
const tries = (transport: 'udp' | 'tcp', ...answers: Try['answer'][]): Try[] =>
  answers.map((answer, index) => ({ transport, endedMs: 3300 + index * 3500, answer }));
const silent = unknown('timeout');
const answered = yes(soa);
const tcpHeard = { 'reach@ns1': soa };

test.each([
  ['three silences over ten seconds', tries('udp', silent, silent, silent), 'medium inferred'],
  ['refused three times by the host itself', tries('udp', no, no, no), 'medium verified'],
  ['two silences, then an answer', tries('udp', silent, silent, answered), 'safe'],
  ['only two tries', tries('udp', silent, silent), 'undetermined: timeout'],
  [
    'no route from here',
    tries('udp', unknown('blocked'), unknown('blocked'), unknown('blocked')),
    'undetermined: blocked',
  ],
  ['the window closed before', tries('udp', unknown('not-attempted')), 'undetermined: not-attempted'],
])('UDP: %s → %s', (_, tried, expected) => {
  const evidence = withDeadServer('ns2', [...tried, ...tries('tcp', answered)]);
  expect(outcomeOf(udpUnreachable, evidence)).toBe(expected);
});

test('three tries within a second → not enough to accuse', () => {
  const hasty = tries('udp', silent, silent, silent).map((one) => ({ ...one, endedMs: 900 }));
  expect(outcomeOf(udpUnreachable, withDeadServer('ns2', hasty))).toBe('undetermined: timeout');
});

test('TCP refused at one server, answered at the other → accused', () => {
  const dead = withDeadServer('ns2', [...tries('udp', answered), ...tries('tcp', no, no, no)]);
  expect(outcomeOf(tcpUnreachable, dead)).toBe('medium verified');
});

test('TCP heard nowhere → perhaps our own way out, undetermined', () => {
  const dead = withDeadServer('ns2', [...tries('udp', answered), ...tries('tcp', silent, silent, silent)]);
  const questions = dead.data.questions.filter(
    ({ transport, answer }) => transport === 'udp' || answer.outcome !== 'yes',
  );
  expect(outcomeOf(tcpUnreachable, { ...dead, data: { ...dead.data, questions } })).toBe(
    'undetermined: nobody-heard',
  );
});

test('everything answers over UDP → safe', () => {
  expect(outcomeOf(udpUnreachable, buildZone(tcpHeard))).toBe('safe');
});

test('an answer from another address → accused, with that address as proof', () => {
  const base = withDeadServer('ns2', tries('udp', silent, silent, answered));
  const questions = base.data.questions.map((each, index, all) =>
    index === all.length - 1
      ? { ...each, purpose: 'reach-any-source' as const, answeredFrom: '198.51.100.9#53' }
      : each,
  );
  const evidence = { ...base, data: { ...base.data, questions } };
  expect(verdictOf(sourceAddress, evidence)).toMatchObject({
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [{ excerpt: '198.51.100.9#53' }, {}],
  });
});

test('answers from where they were asked → safe; a silent server leaves it open', () => {
  expect(outcomeOf(sourceAddress, buildZone({ 'reach@ns1': dnsAnswer({ rcode: 5 }) }))).toBe('safe');
  expect(outcomeOf(sourceAddress, withDeadServer('ns2', tries('udp', silent, silent, silent)))).toBe(
    'undetermined: no-answer',
  );
});
