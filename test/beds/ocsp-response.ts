import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram, writeOwnFiles } from './daemon.ts';
import type { Leaf, TestCa } from './test-ca.ts';

/** A signed answer of the authority that this certificate has been revoked (DER). */
export async function revokedResponse(
  ca: TestCa,
  { certificatePem }: Leaf,
  dir: string,
): Promise<Uint8Array> {
  const openssl = requireProgram('openssl', 'openssl');
  const { serialNumber, subject } = new X509Certificate(certificatePem);
  await writeOwnFiles(dir, {
    'authority.pem': ca.intermediatePem,
    'authority.key': ca.intermediateKeyPem,
    'revoked.pem': certificatePem,
    'index.txt': `R\t491231000000Z\t261101000000Z,keyCompromise\t${serialNumber}\tunknown\t/${subject}\n`,
  });
  const at = (name: string) => join(dir, name);
  const files = {
    index: 'index.txt',
    CA: 'authority.pem',
    rsigner: 'authority.pem',
    rkey: 'authority.key',
    issuer: 'authority.pem',
    cert: 'revoked.pem',
    respout: 'revoked.ocsp',
  };
  const options = Object.entries(files).flatMap(([option, name]) => [`-${option}`, at(name)]);
  await promisify(execFile)(openssl, ['ocsp', ...options, '-ndays', '7']);
  return await readFile(at('revoked.ocsp'));
}
