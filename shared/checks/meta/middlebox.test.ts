import { expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { controlPorts } from '../../model/middlebox.ts';
import { mysqlExposed } from '../db/mysql-exposed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { middlebox } from './middlebox.ts';

const open = (...ports: number[]) => ports.map((port) => openPort(port, null));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test.each([
  ['201 open ports', { ports: open(...upTo(201)) }, 'info inferred'],
  ['all control ports open', { ports: open(3306, ...controlPorts) }, 'info inferred'],
  ['all that was asked open', { ports: open(...upTo(60)), requested: 'T:1-60' }, 'info inferred'],
  ['forty services', { ports: open(...upTo(40)) }, 'safe'],
  ['a web server', {}, 'safe'],
  [
    'control ports closed',
    { ports: controlPorts.map((port) => openPort(port, null, { state: 'closed' })) },
    'safe',
  ],
  ['a scan that broke off', { complete: false }, 'undetermined: ports-incomplete'],
  ['a silent host', { host: 'down' as const, ports: [] }, 'undetermined: host-down'],
])('%s → %s', (_, overrides, outcome) => {
  expect(outcomeOf(middlebox, buildPorts(overrides))).toBe(outcome);
});

test('behind it → no flood: every other finding about ports is undetermined', () => {
  const evidence = buildPorts({ ports: [openPort(3306, { name: 'mysql' }), ...open(...controlPorts)] });
  expect(outcomeOf(mysqlExposed, evidence)).toBe('undetermined: middlebox');
});
