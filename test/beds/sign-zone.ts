import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './daemon.ts';

export interface Signing {
  readonly algorithm: 'ECDSAP256SHA256' | 'RSASHA256';
  /** Arguments of dnssec-signzone for NSEC3 beyond the salt; undefined: NSEC. */
  readonly nsec3?: readonly string[];
  readonly expired?: boolean;
  /** The signatures over the DNSKEY set are taken out. */
  readonly unsignedKeys?: boolean;
}

export interface SignedZone {
  readonly zone: string;
  /** For the parent. */
  readonly ds: string;
}

/** Signs with the tools of BIND in a folder of its own. @throws BedUnavailableError where they are missing */
export async function signZone(
  name: string,
  zone: string,
  signing: Signing,
  dir: string,
): Promise<SignedZone> {
  const [keygen, signzone] = ['dnssec-keygen', 'dnssec-signzone'].map((program) =>
    requireProgram(program, 'bind9-utils'),
  ) as [string, string];
  const run = (program: string, ...args: readonly string[]) =>
    promisify(execFile)(program, args, { cwd: dir });
  await mkdir(dir);
  for (const role of [['-f', 'KSK'], []]) await run(keygen, '-q', '-a', signing.algorithm, ...role, name);
  const keys = (await readdir(dir)).filter((file) => file.endsWith('.key'));
  const records = await Promise.all(keys.map((file) => readFile(join(dir, file), 'utf8')));
  await writeFile(join(dir, 'zone.db'), zone + records.join(''));
  const times = signing.expired === true ? ['-s', '20260101000000', '-e', '20260201000000'] : [];
  const denial = signing.nsec3 === undefined ? [] : signing.nsec3.length > 0 ? signing.nsec3 : ['-3', '-'];
  // -P: a zone with expired signatures would not pass the verification afterwards.
  await run(signzone, '-q', '-P', '-o', name, ...times, ...denial, 'zone.db');
  const signed = await readFile(join(dir, 'zone.db.signed'), 'utf8');
  return {
    zone: signing.unsignedKeys === true ? withoutKeySignatures(signed) : signed,
    ds: await readFile(join(dir, `dsset-${name}.`), 'utf8'),
  };
}

/** Records of several lines stand in parentheses. */
function withoutKeySignatures(zone: string): string {
  return zone.replace(/^[^\n(]*\bRRSIG\s+DNSKEY[^)]*\)[^\n]*\n/gm, '');
}
