import type { StartOptions } from '../contract.ts';
import { hardenedHeaders, hardenedPages } from '../site.ts';
import type { WebSite } from '../web/web-bed.ts';

const names = ['apache.hardened.test'] as const;

/** The same server as its administrator would want it. */
export async function hardenedSite({ address, ca, dir }: StartOptions): Promise<{
  readonly site: WebSite;
  readonly modules: readonly string[];
  readonly servers: string;
}> {
  const leaf = await ca.issue('good', names);
  return {
    site: {
      names,
      files: { 'www.crt': leaf.chainPem, 'www.key': leaf.keyPem },
      pages: hardenedPages(new Date()),
    },
    modules: ['http2'],
    servers: `
ServerTokens Prod
ServerSignature Off
TraceEnable Off
Protocols h2 http/1.1
SSLProtocol -all +TLSv1.2 +TLSv1.3
SSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305
SSLHonorCipherOrder on
SSLOpenSSLConfCmd Curves X25519:prime256v1
SSLSessionTickets off
<VirtualHost ${address}:80>
  ServerName ${names[0]}
  Redirect permanent / https://${names[0]}/
</VirtualHost>
<VirtualHost ${address}:443>
  ServerName ${names[0]}
  DocumentRoot ${dir}/www
  SSLEngine on
  SSLCertificateFile ${dir}/www.crt
  SSLCertificateKeyFile ${dir}/www.key
  ErrorDocument 404 /not-found.html
  RedirectMatch 404 "/\\.(?!well-known/)"
${headers}
</VirtualHost>
`,
  };
}

const headers = Object.entries(hardenedHeaders)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n');
