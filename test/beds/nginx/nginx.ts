import type { Bed, StartOptions } from '../contract.ts';
import { startWebBed, type WebSite } from '../web/web-bed.ts';
import { hardenedSite } from './hardened.ts';
import { weakSite } from './weak.ts';

export interface Site extends WebSite {
  /** The `server` blocks. */
  readonly servers: string;
}

/** nginx on ports 80 and 443. */
export async function startNginx(options: StartOptions): Promise<Bed> {
  return await startNginxWith(
    options,
    await (options.strength === 'weak' ? weakSite(options) : hardenedSite(options)),
  );
}

/** nginx with another site than the twins have. */
export async function startNginxWith(options: StartOptions, site: Site): Promise<Bed> {
  const { dir } = options;
  const files = { ...site.files, 'nginx.conf': configuration(dir, site.servers) };
  return await startWebBed(nginx, options, { ...site, files });
}

const nginx = {
  daemon: 'nginx',
  packageName: 'nginx-light',
  program: 'nginx',
  arguments: (dir: string) => ['-p', dir, '-c', `${dir}/nginx.conf`, '-e', 'stderr'],
} as const;

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
