import { expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { reachable } from './reachable.ts';

const mysql = { services: ['mysql'], ports: [3306] };
const seen = openPort(3306, { name: 'mysql' });
const web = openPort(80, {});

test('nmap recognised it → verified, with the place and the name as proof', () => {
  const evidence = buildPorts({ ports: [web, openPort(13_306, { name: 'mysql' }), seen] });
  expect(reachable(evidence, mysql)).toMatchObject({
    confidence: 'verified',
    place: '13306/tcp 3306/tcp',
    proof: [{ pointer: '/ports/1/service/name', excerpt: 'mysql' }, { pointer: '/ports/2/service/name' }],
  });
});

test('it was recognised before the scan broke off → verified all the same', () => {
  const evidence = buildPorts({ ports: [seen], complete: false });
  expect(reachable(evidence, mysql)).toMatchObject({ confidence: 'verified' });
});

test.each([
  ['named from the table only', openPort(3306, { name: 'mysql', method: 'table', confidence: 3 })],
  ['not named at all', openPort(3306, null)],
])('the usual port is open, %s → inferred', (_, port) => {
  expect(reachable(buildPorts({ ports: [port] }), mysql)).toMatchObject({
    confidence: 'inferred',
    proof: [{ pointer: '/ports/0/state', excerpt: 'open' }],
  });
});

test.each([
  ['another service on its port', { ports: [openPort(3306, { name: 'http' })] }],
  ['its port closed', { ports: [web, openPort(3306, null, { state: 'closed' })] }],
  ['its port filtered while others answer', { ports: [web, openPort(3306, null, { state: 'filtered' })] }],
  ['its name on UDP', { ports: [web, openPort(3306, { name: 'mysql' }, { transport: 'udp' })] }],
  ['its name in the table for another port', { ports: [openPort(80, { name: 'mysql', method: 'table' })] }],
] as const)('%s → safe', (_, overrides) => {
  expect(reachable(buildPorts({ ...overrides, ports: [...overrides.ports] }), mysql)).toEqual({
    verdict: 'safe',
  });
});

test.each([
  ['open|filtered', { ports: [openPort(3306, null, { state: 'open|filtered' })], host: 'down' }, 'host-down'],
  ['no port answered', { ports: [], host: 'down' }, 'host-down'],
  ['the host ran over its time', { ports: [], host: 'timed-out' }, 'host-timed-out'],
  ['nmap did not return the host', { ports: [], host: 'missing' }, 'host-missing'],
  ['the scan broke off', { ports: [web], complete: false }, 'ports-incomplete'],
  ['tcpwrapped', { ports: [openPort(3306, { name: 'tcpwrapped' })] }, 'tcpwrapped'],
  ['the port was not asked for', { ports: [web], requested: 'T:80,443' }, 'not-attempted'],
  [
    'hundreds of open ports',
    { ports: Array.from({ length: 300 }, (_, i) => openPort(3200 + i, null)) },
    'middlebox',
  ],
] as const)('%s → undetermined', (_, overrides, reason) => {
  const evidence = buildPorts({ ...overrides, ports: [...overrides.ports] });
  expect(reachable(evidence, mysql)).toEqual({ verdict: 'undetermined', reason });
});
