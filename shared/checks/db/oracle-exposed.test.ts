import { expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { oracleExposed } from './oracle-exposed.ts';

const web = openPort(80, {});
const closed = openPort(1521, null, { state: 'closed', reason: 'reset' });

test.each([
  ['recognised on its usual port', [openPort(1521, { name: 'oracle-tns' })], 'high verified'],
  ['recognised on another port', [openPort(50_123, { name: 'oracle-tns' })], 'high verified'],
  ['its usual port open, unnamed', [openPort(1521, null)], 'high inferred'],
  [
    'its usual port open, named from the table',
    [openPort(1521, { name: 'oracle-tns', method: 'table' })],
    'high inferred',
  ],
  ['tcpwrapped', [openPort(1521, { name: 'tcpwrapped' })], 'undetermined: tcpwrapped'],
  ['something else on its port', [openPort(1521, { name: 'ssh' })], 'safe'],
  ['its port closed', [web, closed], 'safe'],
  ['a web server only', [web], 'safe'],
])('%s → its verdict', (_, ports, outcome) => {
  expect(outcomeOf(oracleExposed, buildPorts({ ports }))).toBe(outcome);
});

test.each([
  ['the scan broke off', { complete: false }, 'undetermined: ports-incomplete'],
  ['the host was silent', { host: 'down' as const, ports: [] }, 'undetermined: host-down'],
  ['the port was not asked for', { requested: 'T:80' }, 'undetermined: not-attempted'],
])('%s → its verdict', (_, overrides, outcome) => {
  expect(outcomeOf(oracleExposed, buildPorts(overrides))).toBe(outcome);
});
