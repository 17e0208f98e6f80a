import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { bannerPrivateIp } from './banner/private-ip.ts';
import { clockSkew } from './clock-skew.ts';
import { parseNtlmChallenge } from './ntlm-challenge.ts';
import { ntlmInfo } from './ntlm-info.ts';
import { privateAddressesIn } from './private-address.ts';

const root = (...headers: readonly (readonly [string, string])[]) =>
  buildHttps([exchange('root', htmlPage(undefined, headers)), exchange('missing-page', httpResponse(404))]);

test.each([
  ['the same second', root(['Date', 'Sat, 21 Nov 2026 01:00:00 GMT']), 'safe'],
  ['four minutes', root(['Date', 'Sat, 21 Nov 2026 00:56:00 GMT']), 'safe'],
  ['ten minutes ahead', root(['Date', 'Sat, 21 Nov 2026 01:10:00 GMT']), 'info verified'],
  ['nine hours, as local time', root(['Date', 'Sat, 21 Nov 2026 10:00:00 GMT']), 'info verified'],
  ['no date', root(), 'not-applicable'],
  ['no sense', root(['Date', 'yesterday']), 'not-applicable'],
  [
    'an old answer out of a cache',
    buildHttps([
      exchange(
        'root',
        htmlPage(undefined, [
          ['Date', 'Sat, 21 Nov 2026 00:00:00 GMT'],
          ['Age', '3600'],
        ]),
      ),
      exchange('missing-page', httpResponse(404, [['Age', '0']])),
    ]),
    'undetermined: cached',
  ],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
])('clock-skew: %s → %s', (_, evidence, outcome) => expect(outcomeOf(clockSkew, evidence)).toBe(outcome));

test.each([
  ['http://10.1.2.3/top', ['10.1.2.3']],
  ['1.1 proxy (172.16.0.5:3128)', ['172.16.0.5']],
  ['192.168.0.1, 203.0.113.9', ['192.168.0.1']],
  ['172.32.0.1 192.169.0.1 8.8.8.8', []],
  ['Oracle-Application-Server-10.1.3.4.0', []],
  ['v10.1.2.3', []],
  ['10.1.2.3.4', []],
  ['10.1.2.300', []],
  ['10.01.2.3', []],
])('%s → %j', (text, addresses) => expect(privateAddressesIn(text)).toEqual(addresses));

test.each([
  [
    'a redirect of HTTP/1.0',
    [exchange('no-host', httpResponse(302, [['Location', 'http://192.168.10.5/top/']]))],
    'low verified',
  ],
  ['a header', [exchange('root', htmlPage(undefined, [['X-Backend', '10.0.0.4']]))], 'low verified'],
  ['the version of a product', [exchange('root', htmlPage(undefined, [['Server', 'X/10.1.3.4']]))], 'safe'],
  ['a cookie', [exchange('root', htmlPage(undefined, [['Set-Cookie', 'a=10.0.0.1']]))], 'safe'],
  ['a public address', [exchange('no-host', httpResponse(302, [['Location', 'http://192.0.2.1/']]))], 'safe'],
] as const)('private-ip: %s → %s', (_, exchanges, outcome) => {
  expect(outcomeOf(bannerPrivateIp, buildHttps(exchanges))).toBe(outcome);
});

test('private-ip: asked at a private address → not applicable', () => {
  const exchanges = [exchange('root', htmlPage(undefined, [['X-Backend', '10.0.0.4']]))];
  expect(outcomeOf(bannerPrivateIp, buildHttps(exchanges, { host: '192.168.1.1' }))).toBe('not-applicable');
});

/** As IIS sends it: NetBIOS domain, computer, DNS domain, DNS computer. */
function challenge(): string {
  const pair = (id: number, text: string) => {
    const value = Buffer.from(text, 'utf16le');
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  };
  const info = Buffer.concat([
    pair(2, 'CITY'),
    pair(1, 'WEB01'),
    pair(4, 'city.local'),
    pair(3, 'web01.city.local'),
    Buffer.alloc(4),
  ]);
  const head = Buffer.alloc(56);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(2, 8);
  head.writeUInt32LE(0xe2898215, 20);
  head.writeUInt16LE(info.length, 40);
  head.writeUInt32LE(56, 44);
  head[48] = 10;
  head.writeUInt16LE(17763, 50);
  return `NTLM ${Buffer.concat([head, info]).toString('base64')}`;
}

test('a challenge of NTLM tells names and a version', () => {
  expect(parseNtlmChallenge(challenge())).toEqual({
    computer: 'web01.city.local',
    domain: 'city.local',
    build: '10.0.17763',
  });
});

test('no challenge, however it is bent, is an error', () => {
  const good = Buffer.from(challenge().slice(5), 'base64');
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
      const bent = Buffer.from(good);
      bent[at] = byte;
      parseNtlmChallenge(`NTLM ${bent.subarray(0, length).toString('base64')}`);
    }),
  );
});

const asked = (value: string, status = 401) =>
  buildHttps([
    exchange('root', httpResponse(401, [['WWW-Authenticate', 'NTLM']])),
    exchange('ntlm', httpResponse(status, [['WWW-Authenticate', value]])),
  ]);

test.each([
  ['a challenge', asked(challenge()), 'low verified'],
  ['the same offer again', asked('NTLM'), 'safe'],
  ['Kerberos only', asked('Negotiate'), 'safe'],
  ['rubbish', asked(`NTLM ${'A'.repeat(100)}`), 'safe'],
  ['never asked', buildHttps(), 'not-applicable'],
  ['silence', buildHttps([exchange('ntlm', noAnswer)]), 'undetermined: timeout'],
])('ntlm-info: %s → %s', (_, evidence, outcome) => expect(outcomeOf(ntlmInfo, evidence)).toBe(outcome));

test('names of the server are shown without control characters', () => {
  expect(verdictOf(ntlmInfo, asked(challenge()))).toMatchObject({
    detail: { en: 'It tells "web01.city.local, city.local, 10.0.17763".' },
  });
});
