import type { StartOptions } from '../contract.ts';
import { hardenedHeaders, hardenedPages } from '../site.ts';
import type { Site } from './nginx.ts';

const names = ['www.hardened.test', 'hardened.test', 'mta-sts.hardened.test'] as const;

/** The same site as its administrator would want it. */
export async function hardenedSite({ address, ca, dir }: StartOptions): Promise<Site> {
  const leaf = await ca.issue('good', names);
  return {
    names,
    files: { 'www.crt': leaf.chainPem, 'www.key': leaf.keyPem },
    pages: hardenedPages(new Date()),
    servers: `
  server_tokens off;
  server {
    listen ${address}:80 default_server;
    server_name ${names.join(' ')};
    return 301 https://$host$request_uri;
  }
  server {
    listen ${address}:443 ssl http2 default_server;
    server_name ${names.join(' ')};
    ssl_certificate ${dir}/www.crt;
    ssl_certificate_key ${dir}/www.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305;
    ssl_prefer_server_ciphers on;
    ssl_ecdh_curve X25519:prime256v1;
    ssl_session_tickets off;
    root ${dir}/www;
    index index.html;
    error_page 404 /not-found.html;
${headers}
    location = /not-found.html { internal; }
    location ~ /\\.(?!well-known/) { return 404; }
  }
`,
  };
}

const headers = Object.entries(hardenedHeaders)
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join('\n');
