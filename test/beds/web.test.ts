import { excerptStands } from '@enkaku/shared/checks/pointer.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BedName, type Beds, startBeds } from './bed.ts';
import { accusedBy, lookAtWeb, type WebLook } from './look-at-web.ts';

const ports = [
  { port: 80, scheme: 'http' },
  { port: 443, scheme: 'https' },
] as const;

const shown: readonly BedName[] = [
  'weak-nginx',
  'hardened-nginx',
  'weak-apache',
  'hardened-apache',
  'weak-haproxy',
  'hardened-haproxy',
];

let beds: Beds;
const looks: Record<string, WebLook> = {};

beforeAll(async () => {
  beds = await startBeds(shown);
  const look = async (bed: BedName, names: readonly string[]) => {
    const address = beds.find(bed)?.address;
    if (address === undefined) return;
    for (const name of names) looks[name] = await lookAtWeb({ address, name, ports });
  };
  await look('weak-nginx', ['www.weak.test', 'careless.weak.test', 'staff.weak.test', 'search.weak.test']);
  await look('hardened-nginx', ['www.hardened.test']);
  await look('weak-apache', ['apache.weak.test']);
  await look('hardened-apache', ['apache.hardened.test']);
  await look('weak-haproxy', ['haproxy.weak.test']);
  await look('hardened-haproxy', ['haproxy.hardened.test']);
});

afterAll(() => beds[Symbol.asyncDispose]());

/** What was seen under a name; skipped with the reason where the bed did not start. */
function seen(name: string, skip: (reason: string) => never): WebLook {
  return looks[name] ?? skip(beds.unavailable[0]?.reason ?? 'nginx did not start');
}

/** Every fault that a name of the weak server was given. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'www.weak.test': [
    'http.auth.login-form-http',
    'http.cookie.httponly',
    'http.cookie.samesite',
    'http.cookie.secure',
    'http.coop-missing',
    'http.coep-missing',
    'http.corp-missing',
    'http.csp.missing',
    'http.hsts.missing',
    'http.permissions-policy.missing',
    'http.redirect.missing',
    'http.robots-sensitive',
    'http.securitytxt.missing',
    'http.server-version',
    'http.x-powered-by',
    'http.xcto.missing',
    'http.xfo.missing',
  ],
  'careless.weak.test': [
    'http.aspnet',
    'http.auth.login-form-http',
    'http.banner.private-ip',
    'http.cookie.bigip-leak',
    'http.cookie.prefix',
    'http.cookie.scope',
    'http.cors.reflect-credentials',
    'http.csp.http-scheme',
    'http.csp.invalid',
    'http.csp.no-object-base',
    'http.csp.unsafe-eval',
    'http.csp.unsafe-inline',
    'http.csp.wildcard',
    'http.hsts.no-subdomains',
    'http.hsts.on-http',
    'http.hsts.preload-inconsistent',
    'http.hsts.short',
    'http.method.put-delete-dav',
    'http.mixed-content',
    'http.open-redirect',
    'http.redirect.off-host-first',
    'http.referrer-policy.unsafe',
    'http.robots-sensitive',
    'http.securitytxt.expired',
    'http.securitytxt.unsigned',
    'http.sri.missing',
  ],
  'staff.weak.test': ['http.auth.basic-cleartext', 'http.host-header-redirect', 'http.ntlm-info'],
  'search.weak.test': ['tls.breach'],
  'haproxy.weak.test': ['http.clock-skew'],
  'apache.weak.test': ['http.method.trace', 'http.server-version'],
};

describe.each(Object.entries(faults))('%s', (name, expected) => {
  test.for(expected)('%s → found', (check, { skip }) => {
    expect(accusedBy(seen(name, skip))).toContain(check);
  });
});

test('every finding → bytes of the evidence that show it', ({ skip }) => {
  const all = Object.keys(faults).map((name) => seen(name, skip));
  const hollow = all.flatMap(({ evidence, judgements }) =>
    judgements.flatMap(({ check, verdict }) =>
      verdict.verdict !== 'vulnerable'
        ? []
        : verdict.proof
            .filter((proof) => !excerptStands(evidence.find(({ id }) => id === proof.evidence)?.data, proof))
            .map(() => check),
    ),
  );
  expect(hollow).toEqual([]);
});

test.for(['www.hardened.test', 'apache.hardened.test', 'haproxy.hardened.test'])(
  '%s → nothing but what is only advised',
  (name, { skip }) => {
    const look = seen(name, skip);
    expect(accusedBy(look, 'medium')).toEqual([]);
    expect(accusedBy(look)).toEqual(['http.coep-missing', 'http.securitytxt.unsigned']);
  },
);

test('www.hardened.test over HTTP/2 → seen for itself', ({ skip }) => {
  const [, , https] = seen('www.hardened.test', skip).evidence;
  const http2 =
    https?.kind === 'http-response' && https.data.exchanges.find(({ purpose }) => purpose === 'page-http2');
  expect(http2).toMatchObject({ protocol: 'HTTP/2', response: { value: { status: 200 } } });
});

test('port 80 alone → no HTTPS', async ({ skip }) => {
  const address = beds.find('weak-nginx')?.address ?? skip('nginx did not start');
  const look = await lookAtWeb({ address, name: 'www.weak.test', ports: [{ port: 80, scheme: 'http' }] });
  expect(accusedBy(look)).toContain('http.https.missing');
});
