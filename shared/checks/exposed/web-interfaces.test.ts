import { describe, expect, test } from 'vitest';
import { answeredAt, buildWebGear } from '../../evidence/web-gear/build.fixture.ts';
import { containerChecks } from '../container/index.ts';
import { dbChecks } from '../db/index.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { exposedChecks } from './index.ts';

const checks = { ...dbChecks, ...containerChecks, ...exposedChecks };

/** Answers as the products' own documentation shows them: open, and to a stranger who is turned away. */
const interfaces: readonly (readonly [
  id: keyof typeof checks,
  path: string,
  open: string,
  refusal: string,
  severity: string,
])[] = [
  [
    'container.docker-api',
    '/version',
    '{"Version":"24.0.7","ApiVersion":"1.43","GoVersion":"go1.20.10"}',
    '',
    'critical',
  ],
  [
    'container.kubernetes-api',
    '/api/v1/namespaces?limit=1',
    '{"kind":"NamespaceList","apiVersion":"v1"}',
    '{"kind":"Status","status":"Failure","reason":"Forbidden"}',
    'critical',
  ],
  [
    'container.kubelet-api',
    '/configz',
    '{"kubeletconfig":{"address":"0.0.0.0"}}',
    'Unauthorized',
    'critical',
  ],
  [
    'db.elasticsearch-noauth',
    '/',
    '{"name":"n1","tagline":"You Know, for Search"}',
    '{"error":{"type":"security_exception"}}',
    'critical',
  ],
  ['db.couchdb-noauth', '/_all_dbs', '["_users"]', '{"error":"unauthorized"}', 'critical'],
  [
    'db.influxdb-noauth',
    '/query?q=SHOW%20DATABASES',
    '{"results":[{"series":[{"name":"databases"}]}]}',
    '{"error":"unable to parse authentication credentials"}',
    'critical',
  ],
  ['db.etcd-noauth', '/v2/auth/enable', '{"enabled":false}', '', 'critical'],
  ['db.consul-noauth', '/v1/agent/self', '{"Config":{"Datacenter":"dc1"}}', 'Permission denied', 'critical'],
  [
    'exposed.hnap',
    '/HNAP1/',
    '<soap:Body><GetDeviceSettingsResponse xmlns="http://purenetworks.com/HNAP1/">',
    '',
    'high',
  ],
];

describe.each(interfaces)('%s', (id, path, open, refusal, severity) => {
  const check = checks[id];
  const outcome = (response: Parameters<typeof answeredAt>[1]) =>
    outcomeOf(check, buildWebGear([answeredAt(path, response)]));

  test('answers a stranger → accused', () => {
    expect(outcome({ body: open })).toBe(`${severity} verified`);
  });

  test.each([
    ['asks who one is', { status: 401, body: refusal }, 'safe'],
    ['is forbidden', { status: 403, body: refusal }, 'safe'],
    ['a page of something else', { body: '<html>Welcome to nginx!</html>' }, 'not-applicable'],
    ['the same page as an error', { status: 404, body: open }, 'not-applicable'],
    ['a redirect', { status: 302 }, 'not-applicable'],
    ['nothing', { body: '' }, 'not-applicable'],
    ['the server is out of order', { status: 502 }, 'undetermined: refused'],
  ])('%s → %s', (_, response, expected) => {
    expect(outcome(response)).toBe(expected);
  });

  test('silence → undetermined; not asked → not its business', () => {
    expect(outcome('timeout')).toBe('undetermined: timeout');
    expect(outcomeOf(check, buildWebGear([answeredAt('/elsewhere')]))).toBe('not-applicable');
  });
});

describe('exposed.tr069', () => {
  const outcome = (headers: [string, string][], port = 7547) =>
    outcomeOf(
      exposedChecks['exposed.tr069'],
      buildWebGear([answeredAt('/', { status: 404, headers })], { port }),
    );

  test.each([
    ['a router’s server', [['Server', 'RomPager/4.07 UPnP/1.0']], 'high inferred'],
    [
      'its server and its realm',
      [
        ['Server', 'gSOAP/2.7'],
        ['WWW-Authenticate', 'Digest realm="HuaweiHomeGateway"'],
      ],
      'high verified',
    ],
    ['an ordinary server', [['Server', 'nginx']], 'safe'],
  ] as [string, [string, string][], string][])('%s → %s', (_, headers, expected) => {
    expect(outcome(headers)).toBe(expected);
  });

  test('on another port → not its business', () => {
    expect(outcome([['Server', 'RomPager/4.07']], 80)).toBe('not-applicable');
  });
});
