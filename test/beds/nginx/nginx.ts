import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bed, StartOptions } from '../contract.ts';
import { requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes } from '../ready.ts';
import { hardenedSite } from './hardened.ts';
import { weakSite } from './weak.ts';

/** What one strength of nginx consists of. `files` belong to nginx alone, `pages` are what it serves. */
export interface Site {
  readonly names: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string>>;
  /** The `server` blocks. */
  readonly servers: string;
}

/** nginx on ports 80 and 443. */
export async function startNginx(options: StartOptions): Promise<Bed> {
  const { address, dir, strength } = options;
  const program = requireProgram('nginx', 'nginx-light');
  const site = await (strength === 'weak' ? weakSite(options) : hardenedSite(options));
  await writeOwnFiles(dir, {
    ...site.files,
    'nginx.conf': configuration(dir, site.servers),
    // Debian's own file forbids what the weak twin is there to show.
    'openssl.cnf': '',
  });
  for (const [path, content] of Object.entries(site.pages)) {
    const file = join(dir, 'www', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const server = await startDaemon({
    label: `${strength} nginx`,
    program,
    arguments: ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr'],
    environment: { OPENSSL_CONF: join(dir, 'openssl.cnf') },
    dir,
    user: 'unprivileged',
    ready: async () => {
      const answer = await firstTcpBytes(address, 80, `HEAD / HTTP/1.0\r\nHost: ${site.names[0]}\r\n\r\n`);
      return answer?.startsWith('HTTP/1.1 ') ?? false;
    },
  });
  return {
    daemon: 'nginx',
    strength,
    address,
    names: site.names,
    tcpPorts: [80, 443],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function configuration(dir: string, servers: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `  ${kind}_temp_path ${dir}/tmp_${kind};`)
    .join('\n');
  return `
daemon off;
worker_processes 1;
pid ${dir}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
${temporary}
  types { text/html html; text/css css; text/javascript js; application/pdf pdf; }
  default_type text/plain;
  charset utf-8;
  charset_types text/html text/plain text/css text/javascript;
${servers}
}
`;
}
