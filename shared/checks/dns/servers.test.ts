import { describe, expect, test } from 'vitest';
import { dnsAnswer, record } from '../../evidence/dns-answers/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { nsMissingInChild } from './ns/missing-in-child.ts';
import { everyServerOf, serversOf } from './servers.ts';
import { soaSerialDiff } from './soa/serial-diff.ts';
import { soaMissing } from './soa-missing.ts';
import { udpUnreachable } from './udp/unreachable.ts';
import { versionBind } from './version-bind.ts';
import { buildZone, none, own, withDeadServer, zone } from './zone.fixture.ts';

describe('an answer that was cut, and TCP did not help', () => {
  const cut = (answer: ReturnType<typeof own>) => ({ ...answer, flags: { ...answer.flags, tc: true } });

  test('NS cut to one of two → undetermined, nobody is accused of what is missing', () => {
    const evidence = buildZone({ ns: cut(own(record(zone, 'NS', `ns1.${zone}`))) });
    expect(outcomeOf(nsMissingInChild, evidence)).toBe('undetermined: no-answer');
  });

  test('SOA cut away → undetermined', () => {
    expect(outcomeOf(soaMissing, buildZone({ soa: cut(none()) }))).toBe('undetermined: no-answer');
  });
});

describe('a node without IPv6', () => {
  /** ns2 has a second address that cannot be reached from here. */
  function withTwin(reason: 'blocked' | 'timeout') {
    const evidence = buildZone();
    const server = '2001:db8::1#53';
    const servers = [...evidence.data.servers, { server, name: `ns2.${zone}`, zone, role: 'zone' as const }];
    const tries = (['udp', 'tcp'] as const).map((transport) => ({
      purpose: 'reach' as const,
      server,
      transport,
      name: zone,
      type: 'SOA',
      class: 'IN' as const,
      endedMs: 1,
      answeredFrom: null,
      answer: unknown(reason),
    }));
    return {
      ...evidence,
      data: { ...evidence.data, servers, questions: [...evidence.data.questions, ...tries] },
    };
  }

  test('no way to the IPv6 address of a server that was heard → the others are judged', () => {
    const evidence = withTwin('blocked');
    expect([serversOf(evidence).length, everyServerOf(evidence).length]).toEqual([2, 3]);
    expect(outcomeOf(versionBind, evidence)).toBe('safe');
    expect(outcomeOf(soaSerialDiff, evidence)).toBe('safe');
  });

  test('whether that address answers → stays open', () => {
    expect(outcomeOf(udpUnreachable, withTwin('blocked'))).toBe('undetermined: blocked');
  });

  test('silence there is another matter → undetermined for all', () => {
    expect(outcomeOf(versionBind, withTwin('timeout'))).toBe('undetermined: no-answer');
  });

  test('no way to any address of a server → undetermined', () => {
    const tries = [{ transport: 'udp' as const, endedMs: 1, answer: unknown('blocked') }];
    expect(outcomeOf(versionBind, withDeadServer('ns2', tries))).toBe('undetermined: no-answer');
  });
});

test('one server accused, one silent → accused all the same', () => {
  const tries = [{ transport: 'udp' as const, endedMs: 1, answer: unknown('timeout') }];
  const told = dnsAnswer({ answers: [record('version.bind', 'TXT', '9.18.1')] });
  expect(outcomeOf(versionBind, withDeadServer('ns2', tries, { 'version-bind': told }))).toBe(
    'info verified',
  );
});
