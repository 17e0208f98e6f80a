import { describe, expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { answeredAt, buildWebGear } from '../../evidence/web-gear/build.fixture.ts';
import { outcomeOf, verdictAmong, verdictOf } from '../outcome.fixture.ts';
import { adminPortsSummary } from './admin-ports-summary.ts';

const web = openPort(80, {});
const ssh = openPort(22, { name: 'ssh' });
const rdp = openPort(3389, { name: 'ms-wbt-server' });

test.each([
  ['SSH and Remote Desktop', [ssh, rdp], 'medium verified'],
  ['telnet only', [openPort(23, { name: 'telnet' })], 'medium verified'],
  ['VNC on an unusual port', [openPort(59_000, { name: 'vnc' })], 'medium verified'],
  ['SSH only, a remark', [web, ssh], 'info verified'],
  ['port 3389 open, unnamed', [openPort(3389, null)], 'medium inferred'],
  ['port 22 open, unnamed', [openPort(22, null)], 'info inferred'],
  ['tcpwrapped on 22', [openPort(22, { name: 'tcpwrapped' })], 'undetermined: tcpwrapped'],
  ['a web server only', [web], 'safe'],
  ['a web server on port 23', [openPort(23, { name: 'http' })], 'safe'],
  ['management ports filtered', [web, openPort(22, null, { state: 'filtered' })], 'safe'],
])('%s → its verdict', (_, ports, outcome) => {
  expect(outcomeOf(adminPortsSummary, buildPorts({ ports }))).toBe(outcome);
});

test.each([
  ['the scan broke off', { complete: false }, 'undetermined: ports-incomplete'],
  ['the host was silent', { host: 'down' as const, ports: [] }, 'undetermined: host-down'],
  ['the ports were not asked for', { requested: 'T:80,443' }, 'undetermined: not-attempted'],
])('%s → its verdict', (_, overrides, outcome) => {
  expect(outcomeOf(adminPortsSummary, buildPorts(overrides))).toBe(outcome);
});

test('several services → one finding that names every place', () => {
  expect(verdictOf(adminPortsSummary, buildPorts({ ports: [ssh, web, rdp] }))).toMatchObject({
    place: '22/tcp 3389/tcp',
    proof: [{ excerpt: 'ssh' }, { excerpt: 'ms-wbt-server' }],
  });
});

describe('management pages of the same host', () => {
  const fortiGate = {
    headers: [['Set-Cookie', 'APSCOOKIE_1=0']] as [string, string][],
    body: '<title>FortiGate</title>',
  };
  const console = buildWebGear([answeredAt('/login', fortiGate)]);
  const only = (ports: readonly ReturnType<typeof openPort>[], ...pages: (typeof console)[]) =>
    verdictAmong(adminPortsSummary, [buildPorts({ ports: [...ports] })], pages);

  test('seen by two signs → in the list, beside the services', () => {
    expect(only([ssh, web], console)).toMatchObject({
      confidence: 'verified',
      place: '22/tcp 443/tcp',
      detail: { en: 'Management pages: FortiGate (443/tcp)' },
    });
    expect(only([web], console)).toMatchObject({ verdict: 'vulnerable', place: '443/tcp' });
  });

  test('seen by one sign, or on another host → not in the list', () => {
    const one = buildWebGear([answeredAt('/login', { body: '<title>FortiGate</title>' })]);
    const elsewhere = { ...console, endpoint: { ...console.endpoint, host: '192.0.2.99' } };
    expect(only([web], one)).toEqual({ verdict: 'safe' });
    expect(only([web], elsewhere)).toEqual({ verdict: 'safe' });
  });
});
