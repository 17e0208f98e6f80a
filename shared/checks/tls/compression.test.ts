import { expect, test } from 'vitest';
import { buildMxTlsHello, buildTlsHello } from '../../evidence/tls-hello/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { compression } from './compression.ts';

test.each([
  ['refused', no, 'safe'],
  ['the null method', yes({ method: 0 }), 'safe'],
  ['silence', unknown('timeout'), 'undetermined: timeout'],
  ['a garbled answer', unknown('garbled'), 'undetermined: garbled'],
  ['DEFLATE', yes({ method: 1 }), 'medium verified'],
] as const)('%s → %s', (_, observed, outcome) => {
  expect(outcomeOf(compression, buildTlsHello({ compression: observed }))).toBe(outcome);
});

test('refused, as every handshake is → undetermined', () => {
  const evidence = buildTlsHello({ compression: no, versions: { 'TLSv1.2': no, 'TLSv1.3': no } });

  expect(outcomeOf(compression, evidence)).toBe('undetermined: no-handshake');
});

test('DEFLATE between mail servers → lowered by a step', () => {
  expect(outcomeOf(compression, buildMxTlsHello({ compression: yes({ method: 1 }) }))).toBe('low verified');
});
