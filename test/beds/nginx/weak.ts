import type { StartOptions } from '../contract.ts';
import { oakleyGroup2 } from '../dh-group.ts';
import { weakHeaders, weakPages } from '../site.ts';
import type { LeafKind } from '../test-ca.ts';
import type { Site } from './nginx.ts';
import { webFaults } from './web-faults.ts';

/** Further names, each with one fault of its own in the certificate. */
const faultyNames: Readonly<Record<string, LeafKind>> = {
  'expired.weak.test': 'expired',
  'wrong-name.weak.test': 'wrong-name',
  'incomplete.weak.test': 'without-intermediate',
  'sha1.weak.test': 'sha1-signed',
};

/** A web server that was set up years ago and has been left alone since. */
export async function weakSite(options: StartOptions): Promise<Site> {
  const { address, ca, dir } = options;
  const faults = await webFaults(options);
  const names = ['www.weak.test', 'weak.test'] as const;
  const neglected = await ca.issue('neglected', names);
  const files: Record<string, string> = {
    'dh1024.pem': oakleyGroup2,
    'www.crt': neglected.chainPem,
    'www.key': neglected.keyPem,
  };
  const faultyServers: string[] = [];
  for (const [name, kind] of Object.entries(faultyNames)) {
    const leaf = await ca.issue(kind, [name]);
    files[`${name}.crt`] = leaf.chainPem;
    files[`${name}.key`] = leaf.keyPem;
    faultyServers.push(server(dir, address, '', name, name));
  }
  return {
    names: [...names, ...Object.keys(faultyNames), ...faults.names],
    files: { ...files, ...faults.files },
    pages: { ...weakPages, ...faults.pages },
    servers: `
  ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
  ssl_ciphers ALL:COMPLEMENTOFALL:@SECLEVEL=0;
  ssl_prefer_server_ciphers off;
  ssl_dhparam ${dir}/dh1024.pem;
  ssl_session_tickets on;
  server_tokens on;
${server(dir, address, 'default_server', names.join(' '), 'www')}
${faultyServers.join('\n')}
${faults.servers}
`,
  };
}

function server(dir: string, address: string, flag: string, names: string, certificate: string): string {
  return `
  server {
    listen ${address}:80 ${flag};
    listen ${address}:443 ssl ${flag};
    server_name ${names};
    ssl_certificate ${dir}/${certificate}.crt;
    ssl_certificate_key ${dir}/${certificate}.key;
    root ${dir}/www;
    index index.html;
${headers}
    location /files/ { autoindex on; }
    location = /nginx_status { stub_status; }
  }`;
}

const headers = Object.entries(weakHeaders)
  .map(([name, value]) => `    add_header ${name} "${value}";`)
  .join('\n');
