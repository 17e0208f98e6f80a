import { expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { rdpExposed } from './exposed.ts';

const web = openPort(80, {});
const closed = openPort(3389, null, { state: 'closed', reason: 'reset' });

test.each([
  ['recognised on its usual port', [openPort(3389, { name: 'ms-wbt-server' })], 'high verified'],
  ['recognised on another port', [openPort(50_123, { name: 'ms-wbt-server' })], 'high verified'],
  ['its usual port open, unnamed', [openPort(3389, null)], 'high inferred'],
  [
    'its usual port open, named from the table',
    [openPort(3389, { name: 'ms-wbt-server', method: 'table' })],
    'high inferred',
  ],
  ['tcpwrapped', [openPort(3389, { name: 'tcpwrapped' })], 'undetermined: tcpwrapped'],
  ['something else on its port', [openPort(3389, { name: 'ssh' })], 'safe'],
  ['its port closed', [web, closed], 'safe'],
  ['a web server only', [web], 'safe'],
])('%s → its verdict', (_, ports, outcome) => {
  expect(outcomeOf(rdpExposed, buildPorts({ ports }))).toBe(outcome);
});

test.each([
  ['the scan broke off', { complete: false }, 'undetermined: ports-incomplete'],
  ['the host was silent', { host: 'down' as const, ports: [] }, 'undetermined: host-down'],
  ['the port was not asked for', { requested: 'T:80' }, 'undetermined: not-attempted'],
])('%s → its verdict', (_, overrides, outcome) => {
  expect(outcomeOf(rdpExposed, buildPorts(overrides))).toBe(outcome);
});
