import { expect, test } from 'vitest';
import { acceptedHello, buildMxTlsHello, buildTlsHello } from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { noTls12 } from './no-tls12.ts';
import { noTls13 } from './no-tls13.ts';

const silent = unknown('timeout');
const old = acceptedHello({ version: 'TLSv1.0' });

test.each([
  ['both spoken', {}, 'safe', 'safe'],
  ['only 1.3', { 'TLSv1.2': no }, 'safe', 'safe'],
  ['only 1.2', { 'TLSv1.3': no }, 'safe', 'low verified'],
  ['1.2, and silence for 1.3', { 'TLSv1.3': silent }, 'safe', 'undetermined: timeout'],
  ['1.3, and silence for 1.2', { 'TLSv1.2': silent }, 'safe', 'safe'],
  [
    'nothing at all',
    { 'TLSv1.2': no, 'TLSv1.3': no },
    'undetermined: no-handshake',
    'undetermined: no-handshake',
  ],
  [
    'only silence',
    { 'TLSv1.2': silent, 'TLSv1.3': silent },
    'undetermined: timeout',
    'undetermined: timeout',
  ],
  ['only 1.0', { 'TLSv1.0': old, 'TLSv1.2': no, 'TLSv1.3': no }, 'high verified', 'low verified'],
  [
    '1.0, and silence for 1.2',
    { 'TLSv1.0': old, 'TLSv1.2': silent, 'TLSv1.3': no },
    'undetermined: timeout',
    'low verified',
  ],
] as const)('%s → no-tls12 and no-tls13', (_, versions, tls12, tls13) => {
  const evidence = buildTlsHello({ versions });

  expect([outcomeOf(noTls12, evidence), outcomeOf(noTls13, evidence)]).toEqual([tls12, tls13]);
});

test('a mail server with nothing newer than 1.0 → lowered by a step', () => {
  const evidence = buildMxTlsHello({ versions: { 'TLSv1.0': old, 'TLSv1.2': no, 'TLSv1.3': no } });

  expect([outcomeOf(noTls12, evidence), outcomeOf(noTls13, evidence)]).toEqual([
    'medium verified',
    'info verified',
  ]);
});
