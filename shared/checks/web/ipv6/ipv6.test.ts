import { describe, expect, test } from 'vitest';
import { dnsAnswer, question, record } from '../../../evidence/dns-answers/build.fixture.ts';
import { buildHostDns } from '../../../evidence/host-dns/build.fixture.ts';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
} from '../../../evidence/http-response/build.fixture.ts';
import { buildPorts, openPort } from '../../../evidence/ports/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import { outcomeOf, verdictAmong } from '../../outcome.fixture.ts';
import { ipv4Ipv6Same } from '../ipv4-ipv6-same.ts';
import { ipv6Missing } from './missing.ts';
import { ipv6Unreachable } from './unreachable.ts';

const name = 'www.city.example.jp';
const six = '2001:db8::1';
const aaaa = (answer: Parameters<typeof question>[1]) =>
  buildHostDns([question('name-address', answer, { name, type: 'AAAA' })]);
const has = aaaa(dnsAnswer({ answers: [record(name, 'AAAA', six)] }));
const hasNone = aaaa(dnsAnswer());

test.each([
  ['an address', buildHttps(), has, 'safe'],
  ['none', buildHttps(), hasNone, 'info verified'],
  [
    'only a CNAME',
    buildHttps(),
    aaaa(dnsAnswer({ answers: [record(name, 'CNAME', 'a.example')] })),
    'info verified',
  ],
  ['silence', buildHttps(), aaaa(unknown('timeout')), 'undetermined: timeout'],
  ['SERVFAIL', buildHttps(), aaaa(dnsAnswer({ rcode: 2 })), 'undetermined: rcode-2'],
  ['not asked', buildHttps(), buildHostDns([]), 'undetermined: not-attempted'],
  ['none, asked by address', buildHttps([], { name: null }), hasNone, 'not-applicable'],
  ['none, over HTTP', buildHttp(), hasNone, 'not-applicable'],
  ['none, itself over IPv6', buildHttps([], { host: six }), hasNone, 'not-applicable'],
])('ipv6.missing: %s → %s', (_, web, dns, outcome) => {
  expect(outcomeOf(ipv6Missing, web, dns)).toBe(outcome);
});

const here = { host: six };
const idOf = <T extends { id: string }>(item: T, id: string): T => ({
  ...item,
  id: `evd_${id.padEnd(20, '0')}`,
});
const portsThere = (state: 'open' | 'closed' | 'filtered', change = {}) => {
  const ports = buildPorts({ ports: [openPort(443, null, { state })], ...change });
  return idOf({ ...ports, endpoint: { ...ports.endpoint, host: six } }, 'ports6');
};
const siteThere = (response: Parameters<typeof exchange>[1]) =>
  idOf(buildHttps([exchange('root', response)], here), 'http6');

describe('ipv6.unreachable', () => {
  test.each([
    ['the site answers there', [siteThere(htmlPage())], 'safe'],
    ['its port is closed there', [portsThere('closed')], 'vulnerable'],
    ['its port is filtered there', [portsThere('filtered')], 'undetermined'],
    ['silence there', [siteThere(noAnswer)], 'undetermined'],
    ['the scan there did not end', [portsThere('closed', { complete: false })], 'undetermined'],
    ['nobody looked there', [], 'undetermined'],
  ])('%s → %s', (_, others, verdict) => {
    expect(verdictAmong(ipv6Unreachable, [buildHttps(), has], others).verdict).toBe(verdict);
  });

  test('no IPv6 address → not applicable', () => {
    expect(verdictAmong(ipv6Unreachable, [buildHttps(), hasNone], [portsThere('closed')]).verdict).toBe(
      'not-applicable',
    );
  });
});

describe('ipv4-ipv6-same', () => {
  const ours = buildHttps([exchange('root', htmlPage('<title>市</title>', [['Server', 'nginx']]))]);
  test.each([
    ['the same page', htmlPage('<title>市</title><p>12:00', [['Server', 'nginx']]), 'safe'],
    ['another title', htmlPage('<title>Welcome to nginx!</title>', [['Server', 'nginx']]), 'vulnerable'],
    ['another server', htmlPage('<title>市</title>', [['Server', 'Apache']]), 'vulnerable'],
    ['another status', httpResponse(404), 'vulnerable'],
    ['silence', noAnswer, 'not-applicable'],
  ])('%s there → %s', (_, response, verdict) => {
    expect(verdictAmong(ipv4Ipv6Same, [ours], [siteThere(response)]).verdict).toBe(verdict);
  });

  test('one address alone → not applicable', () => {
    expect(verdictAmong(ipv4Ipv6Same, [ours], []).verdict).toBe('not-applicable');
  });
});
