import { expect, test } from 'vitest';
import { answered, buildSnmpAnswer } from '../../evidence/snmp-answer/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { publicV1 } from './public-v1.ts';

const nameless = yes({ sysDescr: '', community: 'public' as const, response: '3026' });

test.each([
  ['an answer', buildSnmpAnswer({ v1: answered }), 'high verified'],
  ['an answer without a description', buildSnmpAnswer({ v1: nameless }), 'high verified'],
  ['an answer to the other version only', buildSnmpAnswer({ v2c: answered }), 'undetermined: timeout'],
  ['a closed port', buildSnmpAnswer({ v1: no }), 'safe'],
  ['silence', buildSnmpAnswer(), 'undetermined: timeout'],
  ['an answer that cannot be read', buildSnmpAnswer({ v1: unknown('garbled') }), 'undetermined: garbled'],
  ['not asked', buildSnmpAnswer({ v1: unknown('not-attempted') }), 'undetermined: not-attempted'],
  ['blocked on the way', buildSnmpAnswer({ v1: unknown('blocked') }), 'undetermined: blocked'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(publicV1, evidence)).toBe(outcome);
});

test('an answer without a description → the bytes of the response are the proof', () => {
  expect(verdictOf(publicV1, buildSnmpAnswer({ v1: nameless }))).toMatchObject({
    proof: [{ pointer: '/v1/value/response', excerpt: '3026' }],
  });
});
