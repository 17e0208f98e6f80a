import { expect, test } from 'vitest';
import { answered, buildSnmpAnswer } from '../../evidence/snmp-answer/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { publicV2c } from './public-v2c.ts';

const nameless = yes({ sysDescr: '', community: 'public' as const, response: '3026' });

test.each([
  ['an answer', buildSnmpAnswer({ v2c: answered }), 'high verified'],
  ['an answer without a description', buildSnmpAnswer({ v2c: nameless }), 'high verified'],
  ['an answer to the other version only', buildSnmpAnswer({ v1: answered }), 'undetermined: timeout'],
  ['a closed port', buildSnmpAnswer({ v2c: no }), 'safe'],
  ['silence', buildSnmpAnswer(), 'undetermined: timeout'],
  ['an answer that cannot be read', buildSnmpAnswer({ v2c: unknown('garbled') }), 'undetermined: garbled'],
  ['not asked', buildSnmpAnswer({ v2c: unknown('not-attempted') }), 'undetermined: not-attempted'],
  ['blocked on the way', buildSnmpAnswer({ v2c: unknown('blocked') }), 'undetermined: blocked'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(publicV2c, evidence)).toBe(outcome);
});

test('an answer without a description → the bytes of the response are the proof', () => {
  expect(verdictOf(publicV2c, buildSnmpAnswer({ v2c: nameless }))).toMatchObject({
    proof: [{ pointer: '/v2c/value/response', excerpt: '3026' }],
  });
});
