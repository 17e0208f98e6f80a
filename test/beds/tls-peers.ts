import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TlsPlace } from './tls-world.ts';

/** Suites by version; each peer in its own words, so that `namesOf` says which. */
export type SuiteLists = Readonly<Record<string, ReadonlySet<string>>>;

/** sslscan is silent about SSLv3, whose suites it does not list. Suites by code point. */
export async function sslscanLists({ address, name }: TlsPlace): Promise<SuiteLists> {
  const xml = await run('sslscan', '--no-colour', '--xml=-', `--sni-name=${name}`, `${address}:443`);
  const pattern = /<cipher [^>]*sslversion="([^"]+)"[^>]* id="0x([0-9A-F]{4})"/g;
  return listsOf(
    [...xml.matchAll(pattern)].map(([, version = '', code = '']) => [version, code.toLowerCase()]),
  );
}

/** Suites by IANA's name; nmap's names of TLS 1.3 begin with `TLS_AKE_WITH_`. */
export async function nmapLists({ address, name }: TlsPlace): Promise<SuiteLists> {
  const xml = await run(
    'nmap',
    ...['-Pn', '-n', '-sT', '-p443', '--script', 'ssl-enum-ciphers'],
    ...['--script-args', `tls.servername=${name}`, '-oX', '-', address],
  );
  const pattern = /<table key="((?:SSL|TLS)v[\d.]+)">|<elem key="name">(\w+)<\/elem>/g;
  let version = '';
  const pairs: [string, string][] = [];
  for (const [, table, suite] of xml.matchAll(pattern)) {
    if (table !== undefined) version = table;
    else if (suite !== undefined) pairs.push([version, suite.replace('TLS_AKE_WITH_', 'TLS_')]);
  }
  return listsOf(pairs);
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
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 26, timeout: 60_000 });
  return stdout;
}
