import { expect, test } from 'vitest';
import { buildCertificate } from '../../evidence/certificate/build.fixture.ts';
import { buildTlsBehaviour } from '../../evidence/tls-behaviour/build.fixture.ts';
import { buildTlsHello, serverHello } from '../../evidence/tls-hello/build.fixture.ts';
import { type Observed, unknown, yes } from '../../model/observed.ts';
import { outcomeOf, verdictAmong } from '../outcome.fixture.ts';
import { ccsInjection } from './ccs-injection.ts';
import { drown } from './drown.ts';
import { earlyData } from './early-data.ts';
import { heartbleed } from './heartbleed.ts';
import { clientInitiatedRenegotiation } from './renego/client-initiated.ts';
import { robot } from './robot.ts';
import { sessionTicketLifetime } from './session-ticket-lifetime.ts';
import { ticketbleed } from './ticketbleed.ts';

const told = yes({
  reactions: [
    { padding: 'correct', reactions: ['alert 20', 'alert 20'] },
    { padding: 'wrong version', reactions: ['alert 40', 'alert 40'] },
  ],
});

test.each<[string, Parameters<typeof outcomeOf>[0], Observed<unknown>, string]>([
  ['ccsInjection', ccsInjection, yes({ serverHello, answer: '15030300020215', alert: 21 }), 'high verified'],
  [
    'ticketbleed',
    ticketbleed,
    yes({ sent: '41', echoedBytes: 32, serverHello, confirmedBy: serverHello }),
    'high verified',
  ],
  ['robot', robot, told, 'high verified'],
  ['heartbleed', heartbleed, yes({ sentBytes: 3, answeredBytes: 19 }), 'critical verified'],
  [
    'clientRenegotiation',
    clientInitiatedRenegotiation,
    yes({ before: 'aa', after: 'bb' }),
    'medium verified',
  ],
  ['earlyData', earlyData, yes({ maxBytes: 16_384 }), 'low verified'],
])('%s → the deed is told, a refusal is safe, a silence is neither', (field, check, deed, outcome) => {
  expect(outcomeOf(check, buildTlsBehaviour({ [field]: { outcome: 'no' } }))).toBe('safe');
  expect(outcomeOf(check, buildTlsBehaviour({ [field]: unknown('timeout') }))).toBe('undetermined: timeout');
  expect(outcomeOf(check, buildTlsBehaviour({ [field]: deed }))).toBe(outcome);
});

const lifetimes = (tls12: Observed<number>, tls13: Observed<number>) => {
  const ticket = (observed: Observed<number>) =>
    observed.outcome === 'yes' ? yes({ lifetimeSeconds: observed.value }) : observed;
  return buildTlsBehaviour({ ticket: { 'TLSv1.2': ticket(tls12), 'TLSv1.3': ticket(tls13) } });
};

test.each([
  ['two hours', buildTlsBehaviour(), 'safe'],
  ['no ticket', lifetimes({ outcome: 'no' }, { outcome: 'no' }), 'safe'],
  ['seven days', lifetimes(yes(604_800), yes(604_800)), 'safe'],
  ['eight days in TLS 1.2', lifetimes(yes(691_200), yes(7200)), 'low verified'],
  ['one version unseen, the other fine', lifetimes(unknown('timeout'), yes(7200)), 'safe'],
  ['nothing seen', lifetimes(unknown('timeout'), unknown('timeout')), 'undetermined: timeout'],
])('tickets: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(sessionTicketLifetime, evidence)).toBe(outcome);
});

const own = [buildCertificate(), buildTlsHello()] as const;
const at = { host: '192.0.2.25', name: null, port: 25 } as const;
const ssl2 = yes({ serverHello, ciphers: ['010080'], confirmedBy: serverHello });
const old = { ...buildTlsHello({ sslv2: ssl2 }, at), id: 'evd_another0000000000000' } as const;

test.each([
  ['alone', [], 'safe'],
  ['another server with the same key, modern', [buildCertificate({}, at), buildTlsHello({}, at)], 'safe'],
  ['another server with SSL 2.0 whose key is not known', [old], 'safe'],
  [
    'another server with the same key and SSL 2.0',
    [{ ...buildCertificate({}, at), id: 'evd_anothercertificate0' as const }, old],
    'vulnerable',
  ],
])('DROWN: %s → %s', (_, others, verdict) => {
  expect(verdictAmong(drown, own, others).verdict).toBe(verdict);
});
