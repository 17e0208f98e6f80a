import { expect, test } from 'vitest';
import { buildMxTlsHello, buildTlsHello, seenDhe } from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { dhSmall } from './dh-small.ts';

/** A prime of this many bits, as hex; the claimed size is wrong on purpose. */
function dhe(bits: number, leading = '') {
  const hex = (1n << BigInt(bits - 1)).toString(16);
  const prime = `${leading}${hex.length % 2 ? '0' : ''}${hex}`;
  return seenDhe(prime, { primeBits: 1 });
}

test.each([
  ['DHE refused', no, 'safe'],
  ['2048 bits', dhe(2048), 'safe'],
  ['4096 bits', dhe(4096), 'safe'],
  ['silence', unknown('timeout'), 'undetermined: timeout'],
  ['not tried', unknown('not-attempted'), 'undetermined: not-attempted'],
  ['2047 bits', dhe(2047), 'medium verified'],
  ['1024 bits', dhe(1024), 'high verified'],
  ['1024 bits sent with a leading zero byte', dhe(1024, '00'), 'high verified'],
  ['1023 bits', dhe(1023), 'critical verified'],
  ['512 bits', dhe(512), 'critical verified'],
] as const)('%s → %s', (_, observed, outcome) => {
  expect(outcomeOf(dhSmall, buildTlsHello({ dhe: observed }))).toBe(outcome);
});

test('no STARTTLS, so no key exchange either → not applicable', () => {
  const evidence = buildMxTlsHello({ dhe: no, versions: { 'TLSv1.2': no, 'TLSv1.3': no } });

  expect(outcomeOf(dhSmall, evidence)).toBe('not-applicable');
});

test('1024 bits between mail servers → lowered by a step', () => {
  expect(outcomeOf(dhSmall, buildMxTlsHello({ dhe: dhe(1024) }))).toBe('medium verified');
});

test('512 bits for export suites beside 2048 for the others → critical', () => {
  const evidence = buildTlsHello({ dhe: dhe(2048), dheExport: dhe(512) });

  expect(outcomeOf(dhSmall, evidence)).toBe('critical verified');
});
