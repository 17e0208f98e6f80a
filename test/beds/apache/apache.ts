import type { Bed, StartOptions } from '../contract.ts';
import { startWebBed } from '../web/web-bed.ts';
import { hardenedSite } from './hardened.ts';
import { weakSite } from './weak.ts';

/** Apache HTTP Server on ports 80 and 443. */
export async function startApache(options: StartOptions): Promise<Bed> {
  const { site, modules, servers } = await (options.strength === 'weak'
    ? weakSite(options)
    : hardenedSite(options));
  const files = { ...site.files, 'httpd.conf': configuration(options, modules, servers) };
  return await startWebBed(apache, options, { ...site, files });
}

const apache = {
  daemon: 'apache',
  packageName: 'apache2',
  program: 'apache2',
  arguments: (dir: string) => ['-DFOREGROUND', '-d', dir, '-f', `${dir}/httpd.conf`],
} as const;

const common = [
  'mpm_event',
  'authz_core',
  'authz_host',
  'dir',
  'mime',
  'ssl',
  'alias',
  'headers',
  'setenvif',
];

function configuration({ address, dir }: StartOptions, modules: readonly string[], servers: string): string {
  const load = [...common, ...modules].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  return `
${load.join('\n')}
ServerName localhost
PidFile ${dir}/apache.pid
ErrorLog ${dir}/error.log
Mutex file:${dir} default
StartServers 1
ServerLimit 1
ThreadsPerChild 16
MaxRequestWorkers 16
MinSpareThreads 1
MaxSpareThreads 16
Listen ${address}:80
Listen ${address}:443
TypesConfig /dev/null
AddType text/html .html
AddType text/css .css
AddType text/javascript .js
AddType text/plain .txt .git
DirectoryIndex index.html
<Directory />
  AllowOverride None
  Require all denied
</Directory>
<Directory ${dir}/www>
  Require all granted
</Directory>
${servers}
`;
}
