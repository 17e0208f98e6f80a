import { expect, test } from 'vitest';
import { buildServerDns, dnsAnswer, question } from '../../../evidence/dns-answers/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { amplification } from './amplification.ts';

const sized = (requestBytes: number, responseBytes: number, tc = false) =>
  buildServerDns([question('any-size', dnsAnswer({ requestBytes, responseBytes, flags: { tc } }))]);

test.each([
  ['eleven times', sized(40, 441), 'medium verified'],
  ['ten times exactly', sized(40, 400), 'safe'],
  ['a small answer', sized(40, 60), 'safe'],
  ['a large answer that was truncated', sized(40, 4000, true), 'safe'],
  ['not asked', buildServerDns([]), 'not-applicable'],
  ['nobody there', buildServerDns([question('any-size', no)]), 'not-applicable'],
  [
    'silence, perhaps a rate limit',
    buildServerDns([question('any-size', unknown('timeout'))]),
    'undetermined: timeout',
  ],
  ['garbled', buildServerDns([question('any-size', unknown('garbled'))]), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(amplification, evidence)).toBe(outcome);
});

test('the sizes → told and proven', () => {
  expect(verdictOf(amplification, sized(40, 2000))).toMatchObject({
    detail: { en: expect.stringContaining('about 50 times') },
    proof: [{ excerpt: '2000' }, { excerpt: '40' }, {}],
  });
});
