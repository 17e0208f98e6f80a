import type { Product } from '../../model/product.ts';
import { type Advice, fixList } from '../fixes.ts';

const inspect = 'openssl x509 -noout -subject -issuer -dates -ext subjectAltName';
const connect = 'openssl s_client -connect {host}:{port} -servername {name} -showcerts';
/** Prints what the server presents: name, issuer, dates and alternative names. */
const confirm = `${connect} </dev/null 2>/dev/null | ${inspect}`;
const confirmMail = `${connect} -starttls smtp </dev/null 2>/dev/null | ${inspect}`;
const verify = `${connect} </dev/null 2>/dev/null | grep "Verify return code"`;
const verifyMail = `${connect} -starttls smtp </dev/null 2>/dev/null | grep "Verify return code"`;

type Steps = Partial<Record<Exclude<Product, 'any'>, Advice>>;

/** Where a certificate, with the intermediate certificates behind it, goes in each product. */
const install: Steps = {
  nginx: {
    ja: 'サーバー証明書の後ろに中間証明書を続けた 1 つのファイルを指定し、nginx -t で確かめてから再読み込みします。',
    en: 'Name one file with the server certificate followed by the intermediate ones, check with nginx -t and reload.',
    snippet:
      'ssl_certificate     /etc/nginx/tls/fullchain.pem;\nssl_certificate_key /etc/nginx/tls/privkey.pem;',
  },
  apache: {
    ja: 'サーバー証明書の後ろに中間証明書を続けた 1 つのファイルを指定し、再読み込みします（2.4.8 以降）。',
    en: 'Name one file with the server certificate followed by the intermediate ones, and reload (2.4.8 or newer).',
    snippet:
      'SSLCertificateFile    /etc/httpd/tls/fullchain.pem\nSSLCertificateKeyFile /etc/httpd/tls/privkey.pem',
  },
  iis: {
    ja: '中間証明書を含む PFX ファイルを IIS マネージャーの「サーバー証明書」に取り込み、サイトの「バインド」で選び直します。',
    en: 'Import a PFX file that includes the intermediate certificates under "Server Certificates" in IIS Manager, and select it in the bindings of the site.',
  },
  tomcat: {
    ja: 'server.xml の Certificate に証明書、鍵、中間証明書のファイルを指定し、再起動します（Tomcat 8.5 以降）。',
    en: 'Name the files on Certificate in server.xml and restart (Tomcat 8.5 or newer).',
    snippet:
      '<Certificate certificateFile="conf/cert.pem" certificateKeyFile="conf/privkey.pem" certificateChainFile="conf/chain.pem"/>',
  },
  haproxy: {
    ja: 'サーバー証明書、中間証明書、秘密鍵の順に並べた 1 つのファイルを bind 行で指定し、再読み込みします。',
    en: 'Name one file with the server certificate, the intermediate ones and the key in the bind line, and reload.',
    snippet: 'bind :443 ssl crt /etc/haproxy/tls/site.pem',
  },
  'f5-bigip': {
    ja: '証明書と中間証明書を取り込み、Client SSL プロファイルの Certificate と Chain で選びます。',
    en: 'Import the certificate and the intermediate ones, and select them as Certificate and Chain in the Client SSL profile.',
    snippet:
      'tmsh modify ltm profile client-ssl PROFILE cert-key-chain replace-all-with { default { cert SITE.crt key SITE.key chain CHAIN.crt } }',
  },
  'aws-alb': {
    ja: 'ACM に証明書を用意し、HTTPS リスナーの証明書を差し替えます。',
    en: 'Provide the certificate in ACM and put it on the HTTPS listener.',
    snippet:
      'aws elbv2 modify-listener --listener-arn LISTENER_ARN --certificates CertificateArn=CERTIFICATE_ARN',
  },
  'azure-appgw': {
    ja: '中間証明書を含む PFX ファイルで、リスナーの証明書を更新します。',
    en: 'Update the certificate of the listener with a PFX file that includes the intermediate ones.',
    snippet:
      'az network application-gateway ssl-cert update -g RESOURCE_GROUP --gateway-name GATEWAY -n CERT --cert-file site.pfx --cert-password PASSWORD',
  },
  postfix: {
    ja: 'サーバー証明書の後ろに中間証明書を続けたファイルと秘密鍵を指定し、postfix reload で反映します（3.4 以降）。',
    en: 'Name the key and the file with the server certificate followed by the intermediate ones, then postfix reload (3.4 or newer).',
    snippet:
      "postconf -e 'smtpd_tls_chain_files = /etc/postfix/tls/privkey.pem, /etc/postfix/tls/fullchain.pem'",
  },
  exim: {
    ja: 'サーバー証明書の後ろに中間証明書を続けたファイルと秘密鍵を指定し、再起動します。',
    en: 'Name the file with the server certificate followed by the intermediate ones and the key, and restart.',
    snippet: 'tls_certificate = /etc/exim4/tls/fullchain.pem\ntls_privatekey = /etc/exim4/tls/privkey.pem',
  },
  sendmail: {
    ja: 'sendmail.mc で証明書と秘密鍵を指定し、作り直して再起動します。',
    en: 'Name certificate and key in sendmail.mc, rebuild and restart.',
    snippet:
      "define(`confSERVER_CERT', `/etc/mail/tls/fullchain.pem')dnl\ndefine(`confSERVER_KEY', `/etc/mail/tls/privkey.pem')dnl",
  },
  exchange: {
    ja: 'Exchange 管理シェルで証明書を取り込み、使うサービスに割り当てます。',
    en: 'Import the certificate in the Exchange Management Shell and assign it to the services.',
    snippet: 'Enable-ExchangeCertificate -Thumbprint THUMBPRINT -Services SMTP,IIS',
  },
  dovecot: {
    ja: 'サーバー証明書の後ろに中間証明書を続けたファイルと秘密鍵を指定し、doveadm reload で反映します（2.3 以前の書き方です）。',
    en: 'Name the file with the server certificate followed by the intermediate ones and the key, then doveadm reload (syntax of 2.3 and older).',
    snippet: 'ssl_cert = </etc/dovecot/tls/fullchain.pem\nssl_key = </etc/dovecot/tls/privkey.pem',
  },
};

const mailProducts: ReadonlySet<string> = new Set(['postfix', 'exim', 'sendmail', 'exchange']);

/** First what kind of certificate is needed, then where it goes. */
export function replaceFixes(needed: Advice) {
  return fixList(confirm, needed, after(needed, confirmMail));
}

/** The same certificate again, with the intermediate ones behind it. */
export function chainFixes(needed: Advice) {
  return fixList(verify, needed, after(needed, verifyMail));
}

/** What is sent is in a wrong order, or more than needed. */
export const orderedChainFixes = chainFixes({
  ja: 'サーバー証明書、中間証明書の順に並べ直し、余分な証明書を外します。',
  en: 'Put the server certificate first, then the intermediate ones in order, and leave out the rest.',
});

function after(needed: Advice, forMail: string): Steps {
  return Object.fromEntries(
    Object.entries(install).map(([product, step]) => [
      product,
      {
        ...step,
        ja: `${needed.ja}${step.ja}`,
        en: `${needed.en} ${step.en}`,
        ...(mailProducts.has(product) ? { confirm: forMail } : {}),
      },
    ]),
  );
}
