import { describe, expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { buildServiceReply, replied, silent } from '../../evidence/service-reply/build.fixture.ts';
import type { ServiceProtocol } from '../../evidence/service-reply/schema.ts';
import { no, unknown } from '../../model/observed.ts';
import { catalogue } from '../catalogue.ts';
import { dbChecks } from '../db/index.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { exposedChecks } from './index.ts';

/** What each check makes of a service that serves anyone, of one that asks who one is, and of one that turns away. */
const served: readonly (readonly [
  id: keyof typeof exposedChecks | keyof typeof dbChecks,
  ServiceProtocol,
  string,
])[] = [
  ['db.redis-noauth', 'redis', 'critical verified'],
  ['db.mongodb-noauth', 'mongodb', 'critical verified'],
  ['db.cassandra-noauth', 'cassandra', 'critical verified'],
  ['db.zookeeper-noauth', 'zookeeper', 'high verified'],
  ['exposed.mqtt-noauth', 'mqtt', 'high verified'],
  ['exposed.rtsp-noauth', 'rtsp', 'high verified'],
  ['exposed.socks-open', 'socks', 'high verified'],
  ['exposed.http-proxy-open', 'http-proxy', 'high verified'],
];

describe.each(served)('%s', (id, protocol, accused) => {
  const check = { ...dbChecks, ...exposedChecks }[id];

  test.each([
    ['serves anyone', { access: 'open' }, accused],
    ['asks for a password', { access: 'password' }, 'safe'],
    ['turns strangers away', { access: 'denied' }, 'safe'],
    ['answers something else of its language', { access: 'unknown' }, 'undetermined: no-proof'],
  ])('%s → %s', (_, facts, outcome) => {
    expect(outcomeOf(check, buildServiceReply([replied(protocol, 'x', facts)]))).toBe(outcome);
  });

  test.each([
    ['is silent', unknown('timeout'), 'undetermined: timeout'],
    ['speaks another language', unknown('garbled'), 'undetermined: garbled'],
    ['hangs up', unknown('closed'), 'undetermined: closed'],
    ['is a closed port', no, 'safe'],
  ])('%s → %s', (_, answer, outcome) => {
    expect(outcomeOf(check, buildServiceReply([silent(protocol, 'x', answer)]))).toBe(outcome);
  });

  test('another service at that place → not its business', () => {
    const other = protocol === 'sip' ? 'redis' : 'sip';
    expect(outcomeOf(check, buildServiceReply([replied(other, 'x', { access: 'open' })]))).toBe(
      'not-applicable',
    );
  });
});

/** Services that ought not to answer the Internet at all. */
const answering: readonly (readonly [id: keyof typeof exposedChecks, ServiceProtocol, string])[] = [
  ['exposed.cisco-smart-install', 'smart-install', 'high verified'],
  ['exposed.winbox', 'winbox', 'high verified'],
  ['exposed.routeros-api', 'routeros-api', 'high verified'],
  ['exposed.mndp', 'mndp', 'medium verified'],
  ['exposed.ubiquiti-discovery', 'ubiquiti-discovery', 'medium verified'],
  ['exposed.iscsi', 'iscsi', 'high verified'],
  ['exposed.ndmp', 'ndmp', 'high verified'],
  ['exposed.coap', 'coap', 'medium verified'],
  ['exposed.sip', 'sip', 'medium verified'],
  ['exposed.modbus-identity', 'modbus', 'critical verified'],
  ['exposed.s7-identity', 's7', 'critical verified'],
  ['exposed.bacnet', 'bacnet', 'high verified'],
];

test.each(answering)('%s: an answer → %s', (id, protocol, accused) => {
  const check = exposedChecks[id];
  expect(outcomeOf(check, buildServiceReply([replied(protocol, 'x', { any: 'thing' })]))).toBe(accused);
  expect(outcomeOf(check, buildServiceReply([silent(protocol, 'x')]))).toBe('undetermined: timeout');
  expect(outcomeOf(check, buildServiceReply([silent(protocol, 'x', no)]))).toBe('safe');
  expect(outcomeOf(check, buildServiceReply([replied('redis', 'x', {})]))).toBe('not-applicable');
});

test.each(['exposed.jdwp', 'exposed.rmi', 'exposed.ajp'] as const)(
  '%s: its own handshake → accused',
  (id) => {
    const protocol = id.slice('exposed.'.length) as ServiceProtocol;
    expect(
      outcomeOf(exposedChecks[id], buildServiceReply([replied(protocol, 'x', { access: 'open' })])),
    ).toMatch(/verified/);
    expect(outcomeOf(exposedChecks[id], buildServiceReply([silent(protocol, 'x', unknown('garbled'))]))).toBe(
      'undetermined: garbled',
    );
  },
);

test('binary answers → proof by their bytes, text ones by their text', () => {
  const proofOf = (text: string) => {
    const evidence = buildServiceReply([replied('redis', 'ping', { access: 'open' }, text)]);
    const verdict = dbChecks['db.redis-noauth'].detect(
      { 'service-reply': evidence },
      evidence.gatheredAt,
      {
        kev: new Set(),
        recog: null,
      } as never,
      [],
    );
    return verdict.verdict === 'vulnerable' ? verdict.proof[0] : undefined;
  };
  expect(proofOf('+PONG\r\n')).toMatchObject({
    pointer: '/replies/0/answer/value/text',
    excerpt: '+PONG\r\n',
  });
  expect(proofOf('\x1b[2J\0')).toMatchObject({
    pointer: '/replies/0/answer/value/bytes',
    excerpt: '1b5b324a00',
  });
});

describe('db.memcached-udp', () => {
  const check = dbChecks['db.memcached-udp'];
  const reply = replied('memcached', 'version', { version: '1.6.18' });

  test.each([
    ['answers on UDP', buildServiceReply([reply], { port: 11_211, transport: 'udp' }), 'critical verified'],
    ['answers on TCP', buildServiceReply([reply], { port: 11_211 }), 'not-applicable'],
    [
      'is silent',
      buildServiceReply([silent('memcached', 'version')], { transport: 'udp' }),
      'undetermined: timeout',
    ],
    ['is closed', buildServiceReply([silent('memcached', 'version', no)], { transport: 'udp' }), 'safe'],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });
});

describe('db.no-tls', () => {
  const outcome = (protocol: ServiceProtocol, facts: Record<string, string>) =>
    outcomeOf(dbChecks['db.no-tls'], buildServiceReply([replied(protocol, 'x', facts)]));

  test.each([
    ['mysql', { tls: 'no' }, 'low verified'],
    ['postgresql', { tls: 'no' }, 'low verified'],
    ['mssql', { tls: 'no' }, 'low verified'],
    ['mysql', { tls: 'yes' }, 'safe'],
    ['mssql', { tls: 'required' }, 'safe'],
    ['mssql', { tls: 'login-only' }, 'safe'],
    ['mysql', { access: 'denied' }, 'not-applicable'],
    ['redis', { tls: 'no' }, 'not-applicable'],
  ] as const)('%s says %j → %s', (protocol, facts, expected) => {
    expect(outcome(protocol, facts)).toBe(expected);
  });
});

/** By the port alone: connected to, and nothing more. */
const byPort = [
  ['exposed.modbus', 502],
  ['exposed.s7', 102],
  ['exposed.printer', 9100],
  ['db.redis-exposed', 6379],
  ['db.mongodb-exposed', 27_017],
] as const;

test.each(byPort)('%s: port %d open → inferred; closed, filtered or unasked → not', (id, port) => {
  const check = { ...dbChecks, ...exposedChecks }[id];
  const asked = { requested: `T:80,${port}` };
  expect(outcomeOf(check, buildPorts({ ...asked, ports: [openPort(port, null)] }))).toMatch(/inferred$/);
  expect(outcomeOf(check, buildPorts({ ...asked, ports: [openPort(80, {})] }))).toBe('safe');
  expect(outcomeOf(check, buildPorts({ ...asked, ports: [openPort(port, { name: 'http' })] }))).toBe('safe');
  expect(outcomeOf(check, buildPorts({ requested: 'T:80' }))).toBe('undetermined: not-attempted');
  expect(outcomeOf(check, buildPorts({ ...asked, ports: [openPort(port, { name: 'tcpwrapped' })] }))).toBe(
    'undetermined: tcpwrapped',
  );
});

test('what goes further than looking → only with its own consent', () => {
  const consented = Object.entries(catalogue).filter(([, check]) => check.optIn === 'industrial');
  expect(consented.map(([id]) => id).sort()).toEqual([
    'exposed.bacnet',
    'exposed.modbus-identity',
    'exposed.s7-identity',
  ]);
});

test('a debugger that repeats whatever it is told → an echo, and no debugger', () => {
  const evidence = buildServiceReply([
    replied('jdwp', 'handshake', { access: 'open' }),
    replied('jdwp', 'control', { access: 'echo' }),
  ]);
  expect(outcomeOf(exposedChecks['exposed.jdwp'], evidence)).toBe('not-applicable');
});
