import type { StartOptions } from '../contract.ts';
import type { Site } from './nginx.ts';

const names = ['www.hardened.test', 'hardened.test', 'mta-sts.hardened.test'] as const;
const securityTxtDays = 180;

/** The same site as its administrator would want it. */
export async function hardenedSite({ address, ca, dir }: StartOptions): Promise<Site> {
  const leaf = await ca.issue('good', names);
  return {
    names,
    files: { 'www.crt': leaf.chainPem, 'www.key': leaf.keyPem },
    pages: { ...pages, '.well-known/security.txt': securityTxt(new Date()) },
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
    add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
    add_header Content-Security-Policy "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" always;
    add_header X-Frame-Options DENY always;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;
    add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;
    add_header Cross-Origin-Opener-Policy same-origin always;
    add_header Cross-Origin-Resource-Policy same-origin always;
    add_header Set-Cookie "__Host-session=5f0c9a7de1b34c28; Path=/; Secure; HttpOnly; SameSite=Lax";
    location = /not-found.html { internal; }
    location ~ /\\.(?!well-known/) { return 404; }
  }
`,
  };
}

const pages: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>さくら市公式サイト</title><link rel="stylesheet" href="/site.css"></head>
<body><h1>さくら市</h1><p><a href="/forms/">申請書ダウンロード</a></p></body>
</html>
`,
  'forms/index.html':
    '<!doctype html><html lang="ja"><meta charset="utf-8"><title>申請書</title><p>申請書</p></html>\n',
  'not-found.html':
    '<!doctype html><html lang="ja"><meta charset="utf-8"><title>見つかりません</title><p>お探しのページはありません。</p></html>\n',
  'site.css': 'body { max-width: 40rem; margin: auto; }\n',
  'robots.txt': 'User-agent: *\nDisallow:\n',
  // RFC 8461 §3.2: lines end in CRLF.
  '.well-known/mta-sts.txt':
    'version: STSv1\r\nmode: enforce\r\nmx: mail.hardened.test\r\nmax_age: 604800\r\n',
};

/** RFC 9116. */
function securityTxt(now: Date): string {
  const expires = new Date(now.getTime() + securityTxtDays * 86_400_000).toISOString();
  return [
    'Contact: mailto:security@hardened.test',
    `Expires: ${expires}`,
    'Preferred-Languages: ja, en',
    'Canonical: https://www.hardened.test/.well-known/security.txt',
    '',
  ].join('\n');
}
