import { createDiffieHellmanGroup } from 'node:crypto';
import type { StartOptions } from '../contract.ts';
import type { LeafKind } from '../test-ca.ts';
import type { Site } from './nginx.ts';

/** Further names, each with one fault of its own in the certificate. */
const faultyNames: Readonly<Record<string, LeafKind>> = {
  'expired.weak.test': 'expired',
  'wrong-name.weak.test': 'wrong-name',
  'incomplete.weak.test': 'without-intermediate',
  'sha1.weak.test': 'sha1-signed',
};

/** A web server that was set up years ago and has been left alone since. */
export async function weakSite({ address, ca, dir }: StartOptions): Promise<Site> {
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
    names: [...names, ...Object.keys(faultyNames)],
    files,
    pages,
    servers: `
  ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
  ssl_ciphers ALL:COMPLEMENTOFALL:@SECLEVEL=0;
  ssl_prefer_server_ciphers off;
  ssl_dhparam ${dir}/dh1024.pem;
  ssl_session_tickets on;
  server_tokens on;
${server(dir, address, 'default_server', names.join(' '), 'www')}
${faultyServers.join('\n')}
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
    add_header Set-Cookie "PHPSESSID=8h1rk0v3c6b2q7m5d9t4n0s1ae; path=/";
    add_header X-Powered-By "PHP/5.6.40";
    location /files/ { autoindex on; }
    location = /nginx_status { stub_status; }
  }`;
}

const pages: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html>
<html lang="ja">
<head><title>さくら市公式サイト</title><script src="/js/jquery-1.12.4.min.js"></script></head>
<body>
<h1>さくら市</h1>
<p><a href="/files/">申請書ダウンロード</a></p>
<form method="post" action="http://www.weak.test/login"><label>職員番号 <input name="user"></label>
<label>パスワード <input type="password" name="password"></label> <button>ログイン</button></form>
</body>
</html>
`,
  'js/jquery-1.12.4.min.js': '/*! jQuery v1.12.4 | (c) jQuery Foundation | jquery.org/license */\n',
  'files/application-form.html': '<!doctype html><title>申請書</title><p>申請書</p>\n',
  'files/minutes-2014.html': '<!doctype html><title>会議録</title><p>会議録</p>\n',
  'files/backup/site-20160401.txt': 'backup\n',
  'robots.txt': 'User-agent: *\nDisallow: /files/backup/\nDisallow: /admin/\n',
  '.git/HEAD': 'ref: refs/heads/master\n',
  '.git/config':
    '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n',
  '.env':
    'APP_ENV=production\nAPP_DEBUG=true\nDB_HOST=10.1.2.4\nDB_USERNAME=web\nDB_PASSWORD=not-a-real-secret\n',
};

/** The 1024-bit group that every old server shares (RFC 2409 §6.2), as PEM. */
const oakleyGroup2 = (() => {
  const prime = createDiffieHellmanGroup('modp2').getPrime();
  const integer = Buffer.concat([Buffer.from([0x02, 0x81, prime.length + 1, 0]), prime]);
  const generator = Buffer.from([0x02, 0x01, 0x02]);
  const body = Buffer.concat([integer, generator]);
  const der = Buffer.concat([Buffer.from([0x30, 0x81, body.length]), body]);
  return `-----BEGIN DH PARAMETERS-----\n${der.toString('base64')}\n-----END DH PARAMETERS-----\n`;
})();
