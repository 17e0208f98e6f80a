import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { evaluate, type Judgement } from '../../shared/checks/evaluate.ts';
import { type Beds, type Strength, startBeds } from './bed.ts';
import { lookAtMailbox } from './mailbox/look-at-mailbox.ts';

let beds: Beds;
const judged: Partial<Record<Strength, readonly Judgement[]>> = {};

beforeAll(async () => {
  beds = await startBeds(['weak-postfix', 'hardened-postfix']);
  for (const { address, names, strength, tcpPorts } of beds.beds) {
    const place = { address, name: names[0] ?? '', ca: beds.ca.rootPem };
    const evidence = await lookAtMailbox(place, tcpPorts, { 2525: 'smtp' });
    judged[strength] = evaluate(catalogue, evidence);
  }
}, 110_000);
afterAll(async () => {
  await beds[Symbol.asyncDispose]();
});

/** Which check said what about which port. */
function told(strength: Strength, skip: (reason?: string) => never): readonly string[] {
  const judgements = judged[strength] ?? skip(beds.unavailable.map(({ reason }) => reason).join('; '));
  return judgements.map(({ check, endpoint, verdict }) => {
    if (verdict.verdict === 'undetermined') return `${endpoint.port} ${check} undetermined ${verdict.reason}`;
    if (verdict.verdict !== 'vulnerable') return `${endpoint.port} ${check} ${verdict.verdict}`;
    return `${endpoint.port} ${check} ${verdict.severity ?? catalogue[check]?.severity} ${verdict.confidence}`;
  });
}

test('the weak Postfix: STARTTLS missing, broken, under an internal name, and clear text on the port for TLS', ({
  skip,
}) => {
  expect(told('weak', skip)).toEqual(
    expect.arrayContaining([
      '25 mail.starttls.missing medium verified',
      '25 mail.starttls.broken not-applicable',
      '25 mail.starttls.injection not-applicable',
      '25 mail.middlebox_fixup safe',
      '25 mail.helo-private safe',
      '465 mail.submission.no-tls low verified',
      '587 mail.submission.no-tls safe',
      '587 mail.starttls.injection safe',
      '587 mail.starttls.broken safe',
      // Postfix sometimes says so with an alert, and sometimes just hangs up.
      expect.stringMatching(/^2525 mail\.starttls\.broken high (?:verified|inferred)$/),
      '2525 mail.helo-private info verified',
    ]),
  );
});

describe('its hardened twin', () => {
  test('STARTTLS works and carries nothing over', ({ skip }) => {
    expect(told('hardened', skip)).toEqual(
      expect.arrayContaining([
        '25 mail.starttls.missing safe',
        '25 mail.starttls.broken safe',
        '25 mail.starttls.injection safe',
        '587 mail.starttls.injection safe',
        '587 mail.submission.no-tls safe',
      ]),
    );
  });

  test('no finding of medium or higher', ({ skip }) => {
    expect(told('hardened', skip).filter((line) => / (?:medium|high|critical) /.test(line))).toEqual([]);
  });
});
