import * as x509 from '@peculiar/x509';
import type { Bed, BedOptions } from '../contract.ts';
import { revokedResponse } from '../ocsp-response.ts';
import { primeFor, rocaPrime, rsaKeysOf } from '../rsa-keys.ts';
import { createTestCa, type Leaf, type LeafKind, type LeafShape, type TestCa } from '../test-ca.ts';
import { startNginxWith } from './nginx.ts';

const domain = 'certificates.test';
const ocspAccess = new x509.AuthorityInfoAccessExtension({ ocsp: [`http://ocsp.${domain}/`] });
/** TLS feature `status_request` (RFC 7633). */
const mustStaple = new x509.Extension('1.3.6.1.5.5.7.1.24', false, Uint8Array.of(0x30, 3, 2, 1, 5));

/** One fault each, by the first label of the name that shows it. */
const shapes: Readonly<Record<string, Omit<LeafShape, 'names'> & { readonly alsoNamed?: string }>> = {
  authority: { isCa: true },
  client: { purposes: [x509.ExtendedKeyUsage.clientAuth] },
  signer: { usages: x509.KeyUsageFlags.keyCertSign },
  disordered: { sends: ['root', 'intermediate'] },
  doubled: { sends: ['intermediate', 'intermediate'] },
  expiring: { validFrom: -50, validUntil: 5 },
  future: { validFrom: 3, validUntil: 60 },
  internal: { alsoNamed: 'fileserver.local' },
  private: { alsoNamed: '192.168.10.20' },
  wildcard: { alsoNamed: `*.${domain}` },
  nameless: { namedBy: 'subject' },
  short: { serialNumber: '17' },
  unstapled: { furtherExtensions: [ocspAccess] },
  promised: { furtherExtensions: [ocspAccess, mustStaple] },
};
const kinds: Readonly<Record<string, LeafKind>> = {
  good: 'good',
  expired: 'expired',
  self: 'self-signed',
  weak: 'weak-key',
  sha1: 'sha1-signed',
  other: 'wrong-name',
  alone: 'without-intermediate',
};

/** nginx with many names, each with a certificate that has one fault. */
export async function startCertificateFaults({ address, ca, dir }: BedOptions): Promise<Bed> {
  const leaves = new Map<string, Leaf>();
  for (const [label, kind] of Object.entries(kinds)) leaves.set(label, await ca.issue(kind, [named(label)]));
  for (const [label, { alsoNamed, ...shape }] of Object.entries(shapes)) {
    const names = [named(label), ...(alsoNamed === undefined ? [] : [alsoNamed])] as const;
    leaves.set(label, await ca.shape({ ...shape, names }));
  }
  for (const [label, leaf] of Object.entries(await withPoorKeys(ca))) leaves.set(label, leaf);
  leaves.set('stranger', await (await createTestCa()).issue('good', [named('stranger')]));
  const revoked = await ca.shape({ names: [named('revoked')], furtherExtensions: [ocspAccess] });
  leaves.set('revoked', revoked);

  const files = [...leaves].flatMap(([label, { chainPem, keyPem }]) => [
    [`${label}.crt`, chainPem],
    [`${label}.key`, keyPem],
  ]);
  return await startNginxWith(
    { address, ca, dir, strength: 'weak' },
    {
      names: [...leaves.keys()].map(named),
      files: Object.fromEntries(files),
      pages: { 'revoked.ocsp': await revokedResponse(ca, revoked, dir) },
      servers: `
  server { listen ${address}:80; return 404; }
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_ciphers HIGH:!aNULL:@SECLEVEL=0;
${[...leaves.keys()].map((label) => server(label, address, dir)).join('\n')}`,
    },
  );
}

async function withPoorKeys(ca: TestCa): Promise<Readonly<Record<string, Leaf>>> {
  const shared = primeFor(65_537n);
  const keys = {
    cubed: await rsaKeysOf(primeFor(3n), primeFor(3n), 3n),
    roca: await rsaKeysOf(rocaPrime(), rocaPrime()),
    'shared-1': await rsaKeysOf(shared, primeFor(65_537n)),
    'shared-2': await rsaKeysOf(shared, primeFor(65_537n)),
  };
  const leaves = Object.entries(keys).map(
    async ([label, key]) => [label, await ca.shape({ names: [named(label)], key })] as const,
  );
  return Object.fromEntries(await Promise.all(leaves));
}

function named(label: string): string {
  return `${label}.${domain}`;
}

function server(label: string, address: string, dir: string): string {
  const staple = `ssl_stapling on; ssl_stapling_file ${dir}/www/revoked.ocsp;`;
  return `
  server {
    listen ${address}:443 ssl;
    server_name ${named(label)};
    ssl_certificate ${dir}/${label}.crt;
    ssl_certificate_key ${dir}/${label}.key;
    ${label === 'revoked' ? staple : ''}
    return 204;
  }`;
}
