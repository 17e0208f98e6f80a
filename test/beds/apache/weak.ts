import type { StartOptions } from '../contract.ts';
import { leftBehind, replays } from '../web/left-behind.ts';
import type { WebSite } from '../web/web-bed.ts';

const names = ['apache.weak.test', 'default.weak.test'] as const;
/** What Debian shows until a site is put there. */
const freshSite = '/usr/share/apache2/default-site';

/** A WordPress site with everything left lying about, and a server that tells what it is doing. */
export async function weakSite({ address, ca, dir }: StartOptions): Promise<{
  readonly site: WebSite;
  readonly modules: readonly string[];
  readonly servers: string;
}> {
  const leaf = await ca.issue('good', names);
  const tls = `SSLEngine on\n  SSLCertificateFile ${dir}/www.crt\n  SSLCertificateKeyFile ${dir}/www.key`;
  return {
    site: {
      names,
      files: { 'www.crt': leaf.chainPem, 'www.key': leaf.keyPem },
      pages: {
        ...leftBehind,
        'index.html': `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>さくら市</title>
<meta name="generator" content="WordPress 5.4.2">
<link rel="stylesheet" href="/wp-content/themes/sakura/style.css">
<script src="/wp-includes/js/jquery/jquery.js?ver=1.12.4"></script></head>
<body><h1>さくら市</h1><a href="/docs/minutes-2014.html">会議録</a></body></html>
`,
        'wp-content/themes/sakura/style.css': 'body { margin: auto; }\n',
        'wp-includes/js/jquery/jquery.js':
          '/*! jQuery v1.12.4 | (c) jQuery Foundation | jquery.org/license */\n',
        'wp-login.php': replays.wordPressLogin,
        'feed/index.html': replays.wordPressFeed,
        'phpinfo.php': replays.phpinfo,
        actuator: replays.actuator,
        'phpmyadmin/index.html': replays.phpMyAdmin,
        'mt/mt.cgi': replays.movableType,
        'manager-401.html': replays.tomcatManager,
      },
    },
    modules: ['autoindex', 'status', 'auth_basic', 'authn_core', 'authn_file', 'authz_user'],
    servers: `
ServerTokens Full
ExtendedStatus On
SSLProtocol all
SSLCipherSuite DEFAULT
${host(`${address}:80`, '')}
${host(`${address}:443`, tls)}
<Directory ${freshSite}>
  Require all granted
</Directory>
${freshHost(`${address}:80`, '')}
${freshHost(`${address}:443`, tls)}
`,
  };

  function freshHost(at: string, tls: string): string {
    return `
<VirtualHost ${at}>
  ServerName ${names[1]}
  DocumentRoot ${freshSite}
  ${tls}
</VirtualHost>`;
  }

  function host(at: string, tls: string): string {
    return `
<VirtualHost ${at}>
  ServerName ${names[0]}
  DocumentRoot ${dir}/www
  ${tls}
  <FilesMatch "\\.(php|cgi)$">
    ForceType text/html
  </FilesMatch>
  <FilesMatch "^actuator$">
    ForceType application/json
  </FilesMatch>
  <Location "/docs/">
    Options +Indexes
  </Location>
  <Location "/server-status">
    SetHandler server-status
  </Location>
  <Location "/manager/html">
    AuthType Basic
    AuthName "Tomcat Manager Application"
    AuthUserFile /dev/null
    Require valid-user
    ErrorDocument 401 /manager-401.html
  </Location>
</VirtualHost>`;
  }
}
