import { describe, expect, test } from 'vitest';
import { acceptedHello, buildMxTlsHello, buildTlsHello } from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { tripleDes } from './3des.ts';
import { anonymousCipher } from './anon.ts';
import { des } from './des.ts';
import { exportCipher } from './export.ts';
import { noForwardSecrecy } from './no-fs.ts';
import { nullCipher } from './null.ts';
import { rc4 } from './rc4.ts';

const silent = unknown('timeout');
const taken = acceptedHello({ cipher: '0000', cipherName: 'TLS_RSA_WITH_SOMETHING_WEAK' });

describe.each([
  { check: nullCipher, family: 'null', usual: 'critical', eased: 'high' },
  { check: anonymousCipher, family: 'anon', usual: 'critical', eased: 'low' },
  { check: exportCipher, family: 'export', usual: 'critical', eased: 'high' },
  { check: rc4, family: 'rc4', usual: 'high', eased: 'medium' },
  { check: des, family: 'des', usual: 'high', eased: 'medium' },
  { check: noForwardSecrecy, family: 'static-rsa', usual: 'low', eased: 'info' },
] as const)('$family', ({ check, family, usual, eased }) => {
  test.each([
    ['refused', buildTlsHello(), 'safe'],
    ['silence', buildTlsHello({ families: { [family]: silent } }), 'undetermined: timeout'],
    [
      'not tried',
      buildTlsHello({ families: { [family]: unknown('not-attempted') } }),
      'undetermined: not-attempted',
    ],
    [
      'not tried, because only TLS 1.3 is spoken',
      buildTlsHello({ versions: { 'TLSv1.2': no }, families: { [family]: unknown('not-attempted') } }),
      'safe',
    ],
    [
      'refused, as everything is',
      buildTlsHello({ versions: { 'TLSv1.2': no, 'TLSv1.3': no } }),
      'undetermined: no-handshake',
    ],
    ['taken twice', buildTlsHello({ families: { [family]: taken } }), `${usual} verified`],
    [
      'taken once',
      buildTlsHello({ families: { [family]: acceptedHello({ confirmedBy: null }) } }),
      `${usual} inferred`,
    ],
    ['taken between mail servers', buildMxTlsHello({ families: { [family]: taken } }), `${eased} verified`],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });

  test('the suite that was accepted is named', () => {
    const verdict = verdictOf(check, buildTlsHello({ families: { [family]: taken } }));

    expect(verdict).toMatchObject({ detail: { en: expect.stringContaining('TLS_RSA_WITH_SOMETHING_WEAK') } });
  });
});

describe('3DES', () => {
  const with3des = { families: { '3des': taken } };
  const cbc = acceptedHello({ cipherName: 'TLS_RSA_WITH_AES_128_CBC_SHA' });

  test.each([
    ['refused', buildTlsHello(), 'safe'],
    ['silence', buildTlsHello({ families: { '3des': silent } }), 'undetermined: timeout'],
    ['taken beside modern suites', buildTlsHello(with3des), 'low verified'],
    [
      'taken where TLS 1.2 chooses CBC',
      buildTlsHello({ ...with3des, versions: { 'TLSv1.2': cbc } }),
      'medium verified',
    ],
    [
      'taken where TLS 1.2 is not spoken',
      buildTlsHello({ ...with3des, versions: { 'TLSv1.0': cbc, 'TLSv1.2': no } }),
      'medium verified',
    ],
    ['taken between mail servers', buildMxTlsHello(with3des), 'low verified'],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(tripleDes, evidence)).toBe(outcome);
  });
});

describe('no forward secrecy, and nothing else', () => {
  const rsaOnly = acceptedHello({ cipherName: 'TLS_RSA_WITH_AES_128_GCM_SHA256' });
  const families = { 'static-rsa': rsaOnly };

  test.each([
    [
      'chosen at every version',
      buildTlsHello({ families, versions: { 'TLSv1.2': rsaOnly, 'TLSv1.3': no } }),
      'medium verified',
    ],
    [
      'chosen, but TLS 1.3 is spoken',
      buildTlsHello({ families, versions: { 'TLSv1.2': rsaOnly } }),
      'low verified',
    ],
    [
      'chosen, but one version stayed silent',
      buildTlsHello({ families, versions: { 'TLSv1.2': rsaOnly, 'TLSv1.3': silent } }),
      'low verified',
    ],
    [
      'chosen between mail servers',
      buildMxTlsHello({ families, versions: { 'TLSv1.2': rsaOnly, 'TLSv1.3': no } }),
      'low verified',
    ],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(noForwardSecrecy, evidence)).toBe(outcome);
  });
});
