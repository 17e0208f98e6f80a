import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bed, DaemonName, StartOptions } from '../contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes } from '../ready.ts';

/** What one strength of a web server consists of. `files` belong to the server alone, `pages` are what it serves. */
export interface WebSite {
  readonly names: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string | Uint8Array>>;
}

export interface WebDaemon {
  readonly daemon: DaemonName;
  /** Debian's package, and the program in it. */
  readonly packageName: string;
  readonly program: string;
  readonly arguments: (dir: string) => readonly string[];
}

/** A web server on ports 80 and 443, ready when it answers as HTTP. */
export async function startWebBed(
  { daemon, packageName, program, arguments: argumentsIn }: WebDaemon,
  { address, dir, strength }: StartOptions,
  { names, files, pages }: WebSite,
): Promise<Bed> {
  const path = requireProgram(program, packageName);
  // Debian's own settings forbid what a weak twin is there to show.
  await writeOwnFiles(dir, { ...files, 'openssl.cnf': '' });
  for (const [name, content] of Object.entries(pages)) {
    const file = join(dir, 'www', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const server = await startDaemon({
    label: `${strength} ${daemon}`,
    program: path,
    arguments: argumentsIn(dir),
    environment: { OPENSSL_CONF: join(dir, 'openssl.cnf') },
    dir,
    user: 'unprivileged',
    logs: ['error.log'],
    ready: async () => {
      const answer = await firstTcpBytes(address, 80, `GET / HTTP/1.1\r\nHost: ${names[0]}\r\n\r\n`);
      return answer?.startsWith('HTTP/1.') ?? false;
    },
  });
  return {
    daemon,
    strength,
    address,
    names,
    tcpPorts: [80, 443],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
