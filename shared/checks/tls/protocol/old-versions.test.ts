import { describe, expect, test } from 'vitest';
import { acceptedHello, buildMxTlsHello, buildTlsHello } from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { spelt } from '../version-offered.ts';
import { sslv3 } from './sslv3.ts';
import { tls10 } from './tls10.ts';
import { tls11 } from './tls11.ts';

const silent = unknown('timeout');
const nothingSpoken = { 'TLSv1.2': no, 'TLSv1.3': no };

test.each([
  ['SSLv3', 'SSL 3.0'],
  ['TLSv1.0', 'TLS 1.0'],
  ['TLSv1.3', 'TLS 1.3'],
] as const)('%s is written %s', (version, written) => {
  expect(spelt(version)).toBe(written);
});

describe.each([
  { check: sslv3, version: 'SSLv3', usual: 'high', eased: 'medium' },
  { check: tls10, version: 'TLSv1.0', usual: 'medium', eased: 'low' },
  { check: tls11, version: 'TLSv1.1', usual: 'medium', eased: 'low' },
] as const)('$version', ({ check, version, usual, eased }) => {
  const taken = { [version]: acceptedHello({ version }) };

  test.each([
    ['refused', buildTlsHello(), 'safe'],
    ['silence', buildTlsHello({ versions: { [version]: silent } }), 'undetermined: timeout'],
    ['a reset', buildTlsHello({ versions: { [version]: unknown('reset') } }), 'undetermined: reset'],
    ['no version spoken at all', buildTlsHello({ versions: nothingSpoken }), 'undetermined: no-handshake'],
    [
      'refused, newer versions silent',
      buildTlsHello({ versions: { 'TLSv1.2': silent, 'TLSv1.3': silent } }),
      'undetermined: timeout',
    ],
    ['refused by a mail server', buildMxTlsHello(), 'safe'],
    ['a mail server without STARTTLS', buildMxTlsHello({ versions: nothingSpoken }), 'not-applicable'],
    ['taken twice', buildTlsHello({ versions: taken }), `${usual} verified`],
    [
      'taken once',
      buildTlsHello({ versions: { [version]: acceptedHello({ version, confirmedBy: null }) } }),
      `${usual} inferred`,
    ],
    ['taken between mail servers', buildMxTlsHello({ versions: taken }), `${eased} verified`],
    [
      'taken from mail programs (587)',
      { ...buildMxTlsHello({ versions: taken }), endpoint: { ...buildMxTlsHello().endpoint, port: 587 } },
      `${usual} verified`,
    ],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });

  test('a lowered rating says why, in both languages', () => {
    const verdict = verdictOf(check, buildMxTlsHello({ versions: taken }));

    expect(verdict).toMatchObject({
      detail: { ja: expect.stringContaining('危険度を下げ'), en: expect.stringContaining('RFC 7435') },
    });
  });
});
