import type { StartOptions } from '../contract.ts';
import type { Site } from './nginx.ts';

/** Names with a good certificate and the faults of web applications: headers, scripts, cookies, redirects. */
const careless = 'careless.weak.test';
/** Asks for a password without encryption, and is at home under another name. */
const staff = 'staff.weak.test';
/** Shows what was searched for beside the token of its form, both compressed. */
const search = 'search.weak.test';

export async function webFaults({ address, ca, dir }: StartOptions): Promise<Site> {
  const leaf = await ca.issue('good', [careless, staff, search]);
  const tls = `
    listen ${address}:443 ssl;
    ssl_certificate ${dir}/careless.crt;
    ssl_certificate_key ${dir}/careless.key;`;
  return {
    names: [careless, staff, search],
    files: { 'careless.crt': leaf.chainPem, 'careless.key': leaf.keyPem },
    pages: { 'careless/index.html': page, 'careless/login/index.html': login, ...files },
    servers: `
  map $arg_next $foreign {
    default "";
    "~^https%3A%2F%2F(?<name>[0-9a-z.]+)%2F$" $name;
  }
  server {
    listen ${address}:80;
    server_name ${careless};
    add_header Strict-Transport-Security "max-age=86400";
    return 301 https://www.weak.test/;
  }
  server {${tls}
    server_name ${careless};
    root ${dir}/www/careless;
    index index.html;
${headers.map(([name, value]) => `    add_header ${name} "${value}";`).join('\n')}
    if ($request_method = OPTIONS) { return 204; }
    if ($foreign != "") { return 302 https://$foreign/; }
  }
  server {
    listen ${address}:80;
    server_name ${staff};
    set $challenge NTLM;
    if ($http_authorization ~ "^NTLM ") { set $challenge "${ntlmChallenge}"; }
    location / {
      add_header WWW-Authenticate 'Basic realm="staff"' always;
      add_header WWW-Authenticate $challenge always;
      return 401;
    }
  }
  server {${tls}
    server_name ${search};
    default_type text/html;
    gzip on;
    gzip_min_length 1;
    return 200 '<input type="hidden" name="csrf_token" value="5f0c9a7de1b34c28"><p>$args</p></html>';
  }
  server {${tls}
    server_name ${staff} ~^[0-9a-f]+\\.invalid$;
    return 302 $scheme://$http_host/top/;
  }
`,
  };
}

const headers: readonly (readonly [name: string, value: string])[] = [
  ['Strict-Transport-Security', 'max-age=86400; preload'],
  ['Content-Security-Policy', "script-src * http: 'unsafe-inline' 'unsafe-eval'; defualt-src self"],
  ['Referrer-Policy', 'unsafe-url'],
  ['Access-Control-Allow-Origin', '$http_origin'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Allow', 'GET, HEAD, PUT, DELETE, OPTIONS'],
  ['X-AspNet-Version', '4.0.30319'],
  ['X-Backend-Server', '10.1.1.100'],
  ['Set-Cookie', 'PHPSESSID=8h1rk0v3c6b2q7m5d9t4n0s1ae; Domain=weak.test; path=/'],
  ['Set-Cookie', '__Host-cart=1; path=/'],
  ['Set-Cookie', 'BIGipServerpool_web=1677787402.36895.0000; path=/'],
];

/** web01.city.weak.test, Windows 10.0.17763, as IIS says it. */
const ntlmChallenge =
  'NTLM TlRMTVNTUAACAAAAAAAAAAAAAAAVgoniAAAAAAAAAAAAAAAAAAAAAGoAAAA4AAAACgBjRQAAAAACAAgAQwBJAFQAWQABAAoAVwBFAEIAMAAxAAQAHABjAGkAdAB5AC4AdwBlAGEAawAuAHQAZQBzAHQAAwAoAHcAZQBiADAAMQAuAGMAaQB0AHkALgB3AGUAYQBrAC4AdABlAHMAdAAAAAAA';

const page = `<!doctype html>
<html lang="ja">
<head><title>さくら市 施設予約</title><script src="https://cdn.example/library.js"></script>
<script src="http://cdn.example/map.js"></script></head>
<body><h1>施設予約</h1><p><a href="/login/">ログイン</a></p></body>
</html>
`;

const login = `<!doctype html>
<html lang="ja"><title>ログイン</title>
<form method="post" action="http://careless.weak.test/login/"><input name="user"><input type="password" name="password"></form>
</html>
`;

const files = {
  'careless/robots.txt': 'User-agent: *\nDisallow: /kanri/\n',
  'careless/.well-known/security.txt': 'Contact: mailto:security@weak.test\nExpires: 2020-01-01T00:00:00Z\n',
};
