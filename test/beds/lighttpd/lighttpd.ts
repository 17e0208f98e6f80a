import type { Bed, StartOptions } from '../contract.ts';
import { hardenedHeaders, hardenedPages } from '../site.ts';
import { leftBehind, replays } from '../web/left-behind.ts';
import { startWebBed, type WebSite } from '../web/web-bed.ts';

/** lighttpd on ports 80 and 443. */
export async function startLighttpd(options: StartOptions): Promise<Bed> {
  const name = `lighttpd.${options.strength}.test`;
  const leaf = await options.ca.issue('good', [name]);
  const { pages, settings } = options.strength === 'weak' ? weak : hardened;
  const files = {
    'www.pem': `${leaf.chainPem}\n${leaf.keyPem}`,
    'lighttpd.conf': configuration(options, settings),
  };
  return await startWebBed(lighttpd, options, { names: [name], pages, files });
}

const lighttpd = {
  daemon: 'lighttpd',
  packageName: 'lighttpd-mod-openssl',
  program: 'lighttpd',
  arguments: (dir: string) => ['-D', '-f', `${dir}/lighttpd.conf`],
} as const;

function configuration({ address, dir }: StartOptions, settings: string): string {
  return `
server.modules = ( "mod_openssl", "mod_dirlisting", "mod_status", "mod_setenv", "mod_redirect", "mod_access" )
server.document-root = "${dir}/www"
server.errorlog = "${dir}/error.log"
server.bind = "${address}"
server.port = 80
index-file.names = ( "index.html" )
mimetype.assign = ( ".html" => "text/html; charset=utf-8", ".css" => "text/css", ".js" => "text/javascript", "" => "text/plain" )
$SERVER["socket"] == "${address}:443" {
  ssl.engine = "enable"
  ssl.pemfile = "${dir}/www.pem"
}
server.errorfile-prefix = "${dir}/www/errors/"
${settings}
`;
}

type Twin = Pick<WebSite, 'pages'> & { readonly settings: string };

/** Folders list themselves, the status page is open, and errors are told as to a developer. */
const weak: Twin = {
  pages: {
    ...leftBehind,
    'index.html':
      '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>さくら市</title></head><body><a href="/docs/">会議録</a></body></html>\n',
    'errors/404.html': replays.djangoNotFound,
  },
  settings: `
dir-listing.activate = "enable"
status.status-url = "/server-status"
`,
};

const hardenedSite = hardenedPages(new Date());
const headers = Object.entries(hardenedHeaders).map(([name, value]) => `"${name}" => "${value}"`);

const hardened: Twin = {
  pages: { ...hardenedSite, 'errors/404.html': hardenedSite['not-found.html'] ?? '' },
  settings: `
server.tag = "lighttpd"
$HTTP["scheme"] == "http" { url.redirect = ( "" => "https://\${url.authority}\${url.path}\${qsa}" ) }
$HTTP["url"] =~ "/\\.(?!well-known/)" { url.access-deny = ( "" ) }
setenv.set-response-header = ( ${headers.join(', ')} )
ssl.openssl.ssl-conf-cmd = ( "MinProtocol" => "TLSv1.2", "CipherString" => "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305", "Curves" => "X25519:prime256v1", "Options" => "ServerPreference,-SessionTicket" )
`,
};
