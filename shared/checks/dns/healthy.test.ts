import { expect, test } from 'vitest';
import { no, unknown } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { dnsChecks } from './index.ts';
import { buildZone, withDeadServer } from './zone.fixture.ts';

const all = Object.entries(dnsChecks).filter(([, check]) => check.needs[0] === 'dns-answers');

test.each(all)('%s: a zone in order → safe or not applicable', (_, check) => {
  expect(['safe', 'not-applicable']).toContain(outcomeOf(check, buildZone()));
});

test.each(all)('%s: name servers that nobody could find out → no accusation, and not safe', (_, check) => {
  const blind = buildZone({}, { servers: [] });
  const evidence = { ...blind, data: { ...blind.data, questions: [] } };
  expect(outcomeOf(check, evidence)).toMatch(/^undetermined: no-name-servers-known$|^not-applicable$/);
});

const late = { endedMs: 10_300 };
const silence = [
  { transport: 'udp' as const, ...late, answer: unknown('timeout') },
  { transport: 'tcp' as const, ...late, answer: no },
];

test.each(all)(
  '%s: one server silent, the other in order → never called safe for the whole zone by its answers alone',
  (_, check) => {
    const outcome = outcomeOf(check, withDeadServer('ns2', silence));
    expect(outcome).toMatch(/^undetermined: |^not-applicable$|^safe$/);
  },
);
