import type { Bed, StartOptions } from '../contract.ts';
import { hardenedHeaders, hardenedPages } from '../site.ts';
import { replays } from '../web/left-behind.ts';
import { startWebBed } from '../web/web-bed.ts';

/** HAProxy on ports 80 and 443; it answers by itself, no server stands behind it. */
export async function startHaproxy(options: StartOptions): Promise<Bed> {
  const { strength, ca, dir, address } = options;
  const names: [string, ...string[]] =
    strength === 'weak'
      ? ['haproxy.weak.test', 'jenkins.weak.test', 'grafana.weak.test']
      : ['haproxy.hardened.test'];
  const leaf = await ca.issue('good', names);
  return await startWebBed(haproxy, options, {
    names,
    files: {
      'www.pem': `${leaf.chainPem}\n${leaf.keyPem}`,
      'haproxy.cfg': `
global
  maxconn 64
  ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
  ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305
  ssl-default-bind-curves X25519:P-256
defaults
  mode http
  timeout client 10s
  timeout server 10s
  timeout connect 2s
frontend web
  bind ${address}:80
  bind ${address}:443 ssl crt ${dir}/www.pem alpn h2,http/1.1
${strength === 'weak' ? weakRules(dir) : hardenedRules(dir)}
`,
    },
    pages:
      strength === 'weak'
        ? {
            'index.html': weakPage,
            'jenkins.html': replays.jenkinsLogin,
            'grafana.html': replays.grafanaLogin,
          }
        : hardenedPages(new Date()),
  });
}

const haproxy = {
  daemon: 'haproxy',
  packageName: 'haproxy',
  program: 'haproxy',
  arguments: (dir: string) => ['-db', '-f', `${dir}/haproxy.cfg`],
} as const;

const weakPage =
  '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>さくら市</title></head><body><h1>さくら市</h1></body></html>\n';

/** The statistics are open to all, two other products answer under names of their own, and the clock stands still. */
function weakRules(dir: string): string {
  return `
  stats enable
  http-after-response set-header Date "Sat, 01 Jan 2022 00:00:00 GMT"
  http-request return status 200 content-type text/html file ${dir}/www/jenkins.html hdr X-Jenkins 2.426.1 if { hdr_dom(host) -i jenkins.weak.test } { path / }
  http-request return status 200 content-type text/html file ${dir}/www/grafana.html if { hdr_dom(host) -i grafana.weak.test } { path / }
  http-request return status 200 content-type text/html file ${dir}/www/index.html if { path / }
  http-request return status 404 content-type text/plain string "not found" if !{ path /haproxy }
`;
}

function hardenedRules(dir: string): string {
  const headers = Object.entries(hardenedHeaders).map(
    ([name, value]) => `  http-after-response set-header ${name} "${value}" if { ssl_fc }`,
  );
  return `
  http-request redirect scheme https code 301 if !{ ssl_fc }
${headers.join('\n')}
  http-request return status 200 content-type "text/html; charset=utf-8" file ${dir}/www/index.html if { path / }
  http-request return status 200 content-type "text/plain; charset=utf-8" file ${dir}/www/.well-known/security.txt if { path /.well-known/security.txt }
  http-request return status 404 content-type "text/html; charset=utf-8" file ${dir}/www/not-found.html
`;
}
