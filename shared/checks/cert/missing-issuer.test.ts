import { expect, test } from 'vitest';
import {
  buildCertificate,
  childDer,
  intermediateCertificate,
  issuerDer,
  leafCertificate,
  plainDer,
} from '../../evidence/certificate/build.fixture.ts';
import { verdictAmong } from '../outcome.fixture.ts';
import { chainIncomplete } from './chain-incomplete.ts';
import { untrustedRoot } from './untrusted-root.ts';

const child = leafCertificate({ der: childDer });
const issuer = intermediateCertificate({ der: issuerDer });
const alone = buildCertificate({ presented: { trust: 'incomplete', anchor: 'none', chain: [child] } });
const elsewhere = (presented: NonNullable<Parameters<typeof buildCertificate>[0]>['presented']) => ({
  ...buildCertificate(presented === undefined ? {} : { presented }, { host: '192.0.2.99' }),
  id: 'evd_elsewhere0000000000' as const,
});

test.each([
  ['sent by nobody', [], 'undetermined', 'vulnerable'],
  ['sent by another server', [elsewhere({ chain: [child, issuer] })], 'vulnerable', 'not-applicable'],
  [
    'sent by another server that nobody trusts',
    [elsewhere({ trust: 'untrusted-root', chain: [child, issuer] })],
    'undetermined',
    'vulnerable',
  ],
  [
    'of the same name, with another key',
    [elsewhere({ chain: [child, intermediateCertificate({ der: plainDer })] })],
    'undetermined',
    'vulnerable',
  ],
  [
    'with the right key and name, and no authority',
    [elsewhere({ chain: [child, intermediateCertificate({ der: issuerDer, isCa: false })] })],
    'undetermined',
    'vulnerable',
  ],
])('the missing issuer: %s → incomplete %s, untrusted %s', (_, others, incomplete, untrusted) => {
  expect(verdictAmong(chainIncomplete, [alone], others).verdict).toBe(incomplete);
  expect(verdictAmong(untrustedRoot, [alone], others).verdict).toBe(untrusted);
});

test('the issuer is sent by another server → verified, with its name there as proof', () => {
  const other = elsewhere({ chain: [child, issuer] });

  expect(verdictAmong(chainIncomplete, [alone], [other])).toMatchObject({
    confidence: 'verified',
    proof: [{}, {}, { evidence: other.id, pointer: '/presented/value/chain/1/subject' }],
  });
});
