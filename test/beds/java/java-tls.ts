import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StartOptions, Strength } from '../contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes } from '../ready.ts';

const source = join(import.meta.dirname, 'TlsServer.java');

interface Setting {
  readonly protocols: string;
  readonly suites: string;
  readonly clientAuthentication: 'want' | 'none';
  readonly properties: readonly string[];
}

/** What OpenSSL 3 has lost: SSLv3, export, DES, RC4 and static ECDH; and a server that lets clients renegotiate. */
const settings: Readonly<Record<Strength, Setting>> = {
  weak: {
    protocols: 'SSLv3,TLSv1,TLSv1.1,TLSv1.2',
    suites: 'all',
    clientAuthentication: 'want',
    properties: ['-Djdk.tls.ephemeralDHKeySize=1024'],
  },
  hardened: {
    protocols: 'TLSv1.2,TLSv1.3',
    suites:
      'TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
    clientAuthentication: 'none',
    properties: [
      '-Djdk.tls.rejectClientInitiatedRenegotiation=true',
      '-Djdk.tls.namedGroups=x25519,secp256r1',
      '-Djdk.tls.server.SignatureSchemes=ecdsa_secp256r1_sha256,rsa_pss_rsae_sha256',
    ],
  },
};

/** Small and quick to start: it serves a few hundred handshakes. */
const frugal = ['-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Xshare:auto'];

/** A Java server on port 443. */
export async function startJavaTls({ address, ca, dir, strength }: StartOptions): Promise<AsyncDisposable> {
  const program = requireProgram('java', 'openjdk-17-jdk-headless');
  requireProgram('javac', 'openjdk-17-jdk-headless'); // the compiler behind `java SOURCE`
  await mkdir(dir, { recursive: true });
  const leaf = await ca.issue(strength === 'weak' ? 'neglected' : 'good', [`java.${strength}.test`]);
  // Its user may not be let into the folder that the project lies in.
  await writeOwnFiles(dir, {
    'TlsServer.java': await readFile(source, 'utf8'),
    'chain.pem': leaf.chainPem,
    'key.pem': leaf.keyPem,
  });
  const { protocols, suites, clientAuthentication, properties } = settings[strength];
  const keyAlgorithm = strength === 'weak' ? 'RSA' : 'EC';
  return startDaemon({
    label: `${strength} Java`,
    program,
    arguments: [
      ...frugal,
      ...properties,
      join(dir, 'TlsServer.java'),
      join(dir, 'chain.pem'),
      join(dir, 'key.pem'),
      keyAlgorithm,
      address,
      '443',
      protocols,
      suites,
      clientAuthentication,
    ],
    dir,
    user: 'unprivileged',
    // Java answers text with a TLS alert.
    ready: async () =>
      (await firstTcpBytes(address, 443, 'GET / HTTP/1.0\r\n\r\n'))?.startsWith('\x15\x03') ?? false,
  });
}
