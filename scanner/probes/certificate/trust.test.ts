import { createHash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { issue, rsaKeys } from '../wire/certificate.fixture.ts';
import { judgeTrust } from './trust.ts';

const read = ({ der }: { der: Buffer }) => new X509Certificate(der);
const [rootKeys, caKeys, otherKeys] = [rsaKeys(), rsaKeys(), rsaKeys()];
const root = issue({ subject: 'Root', isCa: true, keys: rootKeys });
const ca = issue({ subject: 'Issuing CA', isCa: true, keys: caKeys, issuer: root });
const leaf = issue({ subject: 'www', dnsNames: ['www.city.example'], issuer: ca });
const expired = issue({ subject: 'old', issuer: ca, notAfter: '20210101000000Z' });
const future = issue({ subject: 'new', issuer: ca, notBefore: '20900101000000Z' });
const selfSigned = issue({ subject: 'me' });
/** Carries the name of our CA, not its signature. */
const forged = issue({ subject: 'evil', issuer: { subject: ca.subject, privateKey: otherKeys.privateKey } });
const crossed = issue({
  subject: 'Root',
  isCa: true,
  keys: rootKeys,
  issuer: { subject: 'Elder', privateKey: otherKeys.privateKey },
});

const at = Date.parse('2026-11-21T00:00:00Z');
const judge = (
  chain: readonly { der: Buffer }[],
  library: string | null | 'not-asked' = 'not-asked',
  anchors: readonly { der: Buffer }[] = [root],
) => judgeTrust({ chain: chain.map(read), anchors: anchors.map(read), library, atEpochMs: at });

describe('by signatures and dates alone', () => {
  test.each([
    ['a whole chain', [leaf, ca], 'trusted'],
    ['a chain in the wrong order', [leaf, root, ca], 'trusted'],
    ['a chain whose root was crossed by an unknown elder', [leaf, ca, crossed], 'trusted'],
    ['a leaf alone', [leaf], 'incomplete'],
    ["a leaf with somebody else's CA", [leaf, selfSigned], 'incomplete'],
    ['a leaf with a forged signature', [forged, ca], 'incomplete'],
    ['a self-signed leaf', [selfSigned], 'self-signed'],
    ['an expired leaf', [expired, ca], 'expired'],
    ['a leaf of the future', [future, ca], 'invalid'],
    ['nothing', [], 'incomplete'],
  ])('%s is %s', (_, chain, trust) => {
    expect(judge(chain).trust).toBe(trust);
  });

  test('a root that nobody knows is untrusted, sent or not', () => {
    expect(judge([leaf, ca, root], 'not-asked', [selfSigned]).trust).toBe('untrusted-root');
    expect(judge([leaf, ca], 'not-asked', [selfSigned]).trust).toBe('untrusted-root');
  });

  test('whose root it is: one of the order, or nobody’s', () => {
    expect(judge([leaf, ca]).anchor).toBe('order');
    expect(judge([leaf, ca], null).anchor).toBe('order');
    expect(judge([leaf]).anchor).toBe('none');
  });

  test('the way to the anchor: what was sent beyond it is not on it', () => {
    const sha256 = ({ der }: { der: Buffer }) => createHash('sha256').update(der).digest('hex');
    expect(judge([leaf, ca, crossed]).path).toEqual([leaf, ca, root].map(sha256));
    expect(judge([leaf]).path).toEqual([]);
  });

  test('a root of Mozilla’s is told apart from the order’s own', () => {
    const known = rootCertificates.slice(0, 1).map((pem) => ({ der: new X509Certificate(pem).raw }));
    expect(judge(known, null, known).anchor).toBe('mozilla');
  });

  test('a self-signed leaf that is an anchor itself is trusted', () => {
    expect(judge([selfSigned], 'not-asked', [selfSigned]).trust).toBe('trusted');
  });
});

describe('with the word of the TLS library', () => {
  test('its yes is enough', () => {
    expect(judge([leaf], null)).toEqual({ trust: 'trusted', trustError: null, anchor: 'unknown', path: [] });
  });

  test('an expired certificate of an unknown root is first of all of an unknown root', () => {
    expect(judge([expired, ca], 'CERT_HAS_EXPIRED', [selfSigned])).toEqual({
      trust: 'untrusted-root',
      trustError: 'CERT_HAS_EXPIRED',
      anchor: 'none',
      path: [],
    });
  });

  test('what only the library knows makes an anchored chain invalid', () => {
    expect(judge([leaf, ca], 'INVALID_PURPOSE')).toMatchObject({
      trust: 'invalid',
      trustError: 'INVALID_PURPOSE',
      anchor: 'order',
    });
  });
});
