import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suiteName } from '../../scanner/probes/wire/tls/cipher-suites.ts';
import type { TlsPlace } from './tls-world.ts';

/** IANA's names of the suites that each version takes. */
export type SuiteLists = Readonly<Record<string, ReadonlySet<string>>>;
type Target = Pick<TlsPlace, 'address' | 'name'>;

/** Everything that sslscan says, in XML. */
export function runSslscan({ address, name }: Target): Promise<string> {
  return run('sslscan', '--no-colour', '--xml=-', `--sni-name=${name}`, `${address}:443`);
}

/** sslscan lists no suites of SSLv3. */
export function sslscanLists(xml: string): SuiteLists {
  const pattern = /<cipher [^>]*sslversion="([^"]+)"[^>]* id="0x([0-9A-F]{4})"/g;
  return listsOf(
    [...xml.matchAll(pattern)].map(([, version = '', code = '']) => [version, suiteName(code.toLowerCase())]),
  );
}

/** Everything that nmap's ssl-enum-ciphers says, in XML. */
export function runNmap({ address, name }: Target): Promise<string> {
  const options = ['-Pn', '-n', '-sT', '-p443', '--script', 'ssl-enum-ciphers', '-oX', '-'];
  return run('nmap', ...options, '--script-args', `tls.servername=${name}`, address);
}

/** nmap's names of TLS 1.3 begin with `TLS_AKE_WITH_`. */
export function nmapLists(xml: string): SuiteLists {
  const pattern = /<table key="((?:SSL|TLS)v[\d.]+)">|<elem key="name">(\w+)<\/elem>/g;
  let version = '';
  const pairs: [string, string][] = [];
  for (const [, table, suite] of xml.matchAll(pattern)) {
    if (table !== undefined) version = table;
    else if (suite !== undefined) pairs.push([version, suite.replace('TLS_AKE_WITH_', 'TLS_')]);
  }
  return listsOf(pairs);
}

export interface TestsslFinding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

/** Everything that testssl.sh says; its exit code counts its findings. */
export async function runTestssl({ address }: Target): Promise<readonly TestsslFinding[]> {
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-testssl-'));
  try {
    const file = join(dir, 'findings.json');
    const options = ['--nodns', 'none', '--warnings', 'batch', '--quiet', '--color', '0', '--jsonfile', file];
    await run('testssl', ...options, `${address}:443`).catch((error: { code?: unknown }) => {
      if (typeof error.code !== 'number') throw error;
    });
    return JSON.parse(await readFile(file, 'utf8')) as TestsslFinding[];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** What an attempt brought, or null where the peer is not installed. */
export async function whereInstalled<T>(attempt: Promise<T>): Promise<T | null> {
  return attempt.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function listsOf(pairs: readonly (readonly [version: string, suite: string])[]): SuiteLists {
  const lists: Record<string, Set<string>> = {};
  for (const [version, suite] of pairs) {
    lists[version] ??= new Set();
    lists[version].add(suite);
  }
  return lists;
}

async function run(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 26, timeout: 300_000 });
  return stdout;
}
