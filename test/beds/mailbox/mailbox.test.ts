import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/checks/catalogue.ts';
import { evaluate, type Judgement } from '../../../shared/checks/evaluate.ts';
import type { Strength } from '../contract.ts';
import { dovecotName } from './dovecot.ts';
import { lookAtMailbox } from './look-at-mailbox.ts';
import { type MailboxBeds, startMailboxBeds } from './mailbox-beds.ts';

let beds: MailboxBeds;
const judged: Partial<Record<Strength, readonly Judgement[]>> = {};

beforeAll(async () => {
  beds = await startMailboxBeds();
  for (const [strength, ports] of [
    ['weak', [110, 143]],
    ['hardened', [110, 143, 993, 995]],
  ] as const) {
    if (!beds.started.has(`${strength}-dovecot`)) continue;
    const place = { address: beds.addresses[strength], name: dovecotName(strength), ca: beds.ca.rootPem };
    judged[strength] = evaluate(catalogue, await lookAtMailbox(place, ports));
  }
}, 30_000);
afterAll(async () => {
  await beds[Symbol.asyncDispose]();
});

/** Which check said what about which port. */
function told(strength: Strength, skip: (reason?: string) => never): readonly string[] {
  const judgements = judged[strength] ?? skip(beds.unavailable.join('; '));
  return judgements.map(({ check, endpoint, verdict }) => {
    if (verdict.verdict === 'undetermined') return `${endpoint.port} ${check} undetermined ${verdict.reason}`;
    if (verdict.verdict !== 'vulnerable') return `${endpoint.port} ${check} ${verdict.verdict}`;
    const severity = verdict.severity ?? catalogue[check]?.severity;
    return `${endpoint.port} ${check} ${severity} ${verdict.confidence}`;
  });
}

test('the weak Dovecot takes passwords in clear text, and nothing else on port 110', ({ skip }) => {
  expect(told('weak', skip)).toEqual(
    expect.arrayContaining([
      '110 mail.pop-cleartext-port medium verified',
      '110 mail.starttls.injection-mailbox not-applicable',
      '143 mail.imap-cleartext-port low verified',
      '143 mail.starttls.injection-mailbox safe',
    ]),
  );
});

describe('its hardened twin', () => {
  test('no finding of medium or higher', ({ skip }) => {
    const findings = told('hardened', skip).filter((line) => / (?:critical|high|medium) \w+$/.test(line));
    expect(findings).toEqual([]);
  });

  test('login needs TLS, and TLS takes nothing from before it', ({ skip }) => {
    expect(told('hardened', skip)).toEqual(
      expect.arrayContaining([
        '110 mail.pop-cleartext-port safe',
        '143 mail.imap-cleartext-port safe',
        '110 mail.starttls.injection-mailbox safe',
        '143 mail.starttls.injection-mailbox safe',
        '993 mail.imap-cleartext-port not-applicable',
        '995 mail.pop-cleartext-port not-applicable',
      ]),
    );
  });
});
