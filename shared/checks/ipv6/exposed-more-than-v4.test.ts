import { expect, test } from 'vitest';
import { dnsAnswer, question, record } from '../../evidence/dns-answers/build.fixture.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import { buildHostDns } from '../../evidence/host-dns/build.fixture.ts';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { controlPorts } from '../../model/middlebox.ts';
import { verdictAmong } from '../outcome.fixture.ts';
import { exposedMoreThanV4 } from './exposed-more-than-v4.ts';

type Ports = EvidenceOf<'ports'>;
const six = '2001:db8::1';
const four = '192.0.2.1';

function at(host: string, open: readonly number[], change: Partial<Ports['data']> = {}): Ports {
  const evidence = buildPorts({ ports: open.map((port) => openPort(port, null)), ...change });
  const id = `evd_ports${host.replaceAll(/[^a-z0-9]/g, '').padEnd(20, '0')}` as const;
  return { ...evidence, id, endpoint: { ...evidence.endpoint, host } };
}

function outcome(ports: Ports, others: readonly Ports[], names: readonly string[] = [four]): string {
  const answers = names.map((address) => record('www.city.example', 'A', address));
  const dns = buildHostDns([question('name-address', dnsAnswer({ answers }))]);
  const verdict = verdictAmong(exposedMoreThanV4, [ports, { ...dns, endpoint: ports.endpoint }], others);
  if (verdict.verdict === 'vulnerable') return `${verdict.confidence} ${verdict.place}`;
  return verdict.verdict === 'undetermined' ? `undetermined: ${verdict.reason}` : verdict.verdict;
}

test.each([
  ['more than IPv4', at(six, [22, 80]), [at(four, [80])], 'verified 22/tcp'],
  ['the same', at(six, [80]), [at(four, [80])], 'safe'],
  ['less', at(six, []), [at(four, [22, 80])], 'safe'],
  ['a port that IPv4 was not asked for', at(six, [22, 80]), [at(four, [80], { requested: 'T:80' })], 'safe'],
  [
    'IPv4 looked at in part',
    at(six, [22]),
    [at(four, [80], { complete: false })],
    'undetermined: ports-incomplete',
  ],
  ['IPv4 silent', at(six, [22]), [at(four, [], { host: 'down' })], 'undetermined: ports-incomplete'],
  ['IPv4 not diagnosed', at(six, [22]), [], 'undetermined: not-attempted'],
  ['another host’s IPv4', at(six, [22]), [at('192.0.2.99', [80])], 'undetermined: not-attempted'],
  ['a middlebox', at(six, [22, ...controlPorts]), [at(four, [80])], 'undetermined: middlebox'],
  ['an IPv4 address', at(four, [22, 80]), [at(six, [80])], 'not-applicable'],
])('%s → %s', (_, ports, others, expected) => {
  expect(outcome(ports, others)).toBe(expected);
});

test('no IPv4 address of its names → not its business', () => {
  expect(outcome(at(six, [22]), [at(four, [80])], [])).toBe('not-applicable');
});
