import { type Advice, fixList } from '../fixes.ts';

/** Lists every version and cipher suite with a client of its own, so that no local library hides one. */
export const confirmTls =
  'nmap -Pn -p {port} --script ssl-enum-ciphers --script-args tls.servername={name} {host}';

const modernCiphers =
  'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305';

const schannel = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const schannelVersion = (version: string, enabled: 0 | 1) =>
  [
    `reg add "${schannel}\\${version}\\Server" /v Enabled /t REG_DWORD /d ${enabled} /f`,
    `reg add "${schannel}\\${version}\\Server" /v DisabledByDefault /t REG_DWORD /d ${1 - enabled} /f`,
  ].join('\n');

const schannelVersions: Advice = {
  ja: 'コマンドプロンプトを管理者として開き、次を実行してからサーバーを再起動します。TLS の設定は Windows 全体に効きます。TLS 1.3 は Windows Server 2022 以降で使えます。',
  en: 'Run this in an administrator command prompt and restart the server. The setting holds for all of Windows. TLS 1.3 needs Windows Server 2022 or newer.',
  snippet: [
    ...['SSL 3.0', 'TLS 1.0', 'TLS 1.1'].map((version) => schannelVersion(version, 0)),
    schannelVersion('TLS 1.2', 1),
  ].join('\n'),
};
const schannelCiphers: Advice = {
  ja: 'PowerShell を管理者として開き、次を実行してからサーバーを再起動します（Windows Server 2016 以降）。',
  en: 'Run this in an administrator PowerShell and restart the server (Windows Server 2016 and later).',
  snippet:
    "Get-TlsCipherSuite | Where-Object Name -Match 'NULL|anon|EXPORT|RC4|_DES_|3DES|^TLS_RSA_' | ForEach-Object { Disable-TlsCipherSuite -Name $_.Name }",
};
const awsPolicy: Advice = {
  ja: 'HTTPS リスナーのセキュリティポリシーを TLS 1.2 以上のものに変えます。',
  en: 'Give the HTTPS listener a security policy of TLS 1.2 and newer.',
  snippet:
    'aws elbv2 modify-listener --listener-arn LISTENER_ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06',
};
const azurePolicy: Advice = {
  ja: 'Application Gateway の SSL ポリシーを AppGwSslPolicy20220101S に変えます。',
  en: 'Give the Application Gateway the SSL policy AppGwSslPolicy20220101S.',
  snippet:
    'az network application-gateway ssl-policy set -g RESOURCE_GROUP --gateway-name GATEWAY --policy-type Predefined -n AppGwSslPolicy20220101S',
};

/** TLS 1.2 as the oldest version, TLS 1.3 beside it. */
export const versionFixes = fixList(
  confirmTls,
  {
    ja: '使える版を TLS 1.2 と TLS 1.3 だけにします。機器や委託先の画面では「最低バージョン」「SSL プロトコル」などの名前です。',
    en: 'Allow only TLS 1.2 and TLS 1.3. Appliances call the setting "minimum version" or "SSL protocols".',
  },
  {
    nginx: {
      ja: '次の行を http ブロックに書き、nginx -t で確かめてから再読み込みします（nginx 1.13.0 以降と OpenSSL 1.1.1 以降）。',
      en: 'Put this line into the http block, check with nginx -t and reload (nginx 1.13.0 and OpenSSL 1.1.1 or newer).',
      snippet: 'ssl_protocols TLSv1.2 TLSv1.3;',
    },
    apache: {
      ja: '次の行を ssl.conf（仮想ホストの中に同じ設定があればそこも）に書き、再読み込みします（2.4.37 以降）。',
      en: 'Put this line into ssl.conf, and wherever a virtual host overrides it, then reload (2.4.37 or newer).',
      snippet: 'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    },
    iis: schannelVersions,
    tomcat: {
      ja: 'server.xml の SSLHostConfig に protocols を書き、再起動します（Tomcat 8.5 以降）。',
      en: 'Set protocols on SSLHostConfig in server.xml and restart (Tomcat 8.5 or newer).',
      snippet: '<SSLHostConfig protocols="TLSv1.2+TLSv1.3">',
    },
    haproxy: {
      ja: 'global に次の行を書き、再読み込みします。',
      en: 'Put this line into the global section and reload.',
      snippet: 'ssl-default-bind-options ssl-min-ver TLSv1.2',
    },
    'f5-bigip': {
      ja: '仮想サーバーが使う Client SSL プロファイルで、古い版を止めます。',
      en: 'Disable the old versions in the Client SSL profile of the virtual server.',
      snippet:
        'tmsh modify ltm profile client-ssl PROFILE options { dont-insert-empty-fragments no-sslv3 no-tlsv1 no-tlsv1.1 }',
    },
    'aws-alb': awsPolicy,
    'azure-appgw': azurePolicy,
    postfix: {
      ja: '次を実行し、postfix reload で反映します。',
      en: 'Run this, then postfix reload.',
      snippet: [
        "postconf -e 'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1'",
        "postconf -e 'smtpd_tls_mandatory_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1'",
      ].join('\n'),
    },
    exim: {
      ja: '使っている暗号ライブラリに合うほうの行を設定に書き、再起動します（exim -bV で分かります）。',
      en: 'Use the line for the TLS library that exim -bV names, and restart.',
      snippet: [
        '# OpenSSL',
        'openssl_options = +no_sslv2 +no_sslv3 +no_tlsv1 +no_tlsv1_1',
        '# GnuTLS',
        'tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2',
      ].join('\n'),
    },
    sendmail: {
      ja: 'sendmail.mc に次を書き、作り直して再起動します。',
      en: 'Put this into sendmail.mc, rebuild and restart.',
      snippet:
        'LOCAL_CONFIG\nO ServerSSLOptions=+SSL_OP_NO_SSLv2 +SSL_OP_NO_SSLv3 +SSL_OP_NO_TLSv1 +SSL_OP_NO_TLSv1_1',
    },
    exchange: schannelVersions,
  },
);

/** Only suites with forward secrecy and authenticated encryption (RFC 9325 §4.2). */
export const cipherFixes = fixList(
  confirmTls,
  {
    ja: '使える暗号方式を ECDHE と AES-GCM または ChaCha20-Poly1305 の組だけにします。NULL、anon、EXPORT、RC4、DES、3DES、鍵交換が RSA のものは外します。',
    en: 'Allow only suites of ECDHE with AES-GCM or ChaCha20-Poly1305. Remove NULL, anon, EXPORT, RC4, DES, 3DES and RSA key exchange.',
  },
  {
    nginx: {
      ja: '次の行を http ブロックに書き、nginx -t で確かめてから再読み込みします。',
      en: 'Put these lines into the http block, check with nginx -t and reload.',
      snippet: `ssl_ciphers ${modernCiphers};\nssl_prefer_server_ciphers off;`,
    },
    apache: {
      ja: '次の行を ssl.conf（仮想ホストの中に同じ設定があればそこも）に書き、再読み込みします。',
      en: 'Put these lines into ssl.conf, and wherever a virtual host overrides them, then reload.',
      snippet: `SSLCipherSuite ${modernCiphers}\nSSLHonorCipherOrder off`,
    },
    iis: schannelCiphers,
    tomcat: {
      ja: 'server.xml の SSLHostConfig に ciphers を書き、再起動します（Tomcat 8.5 以降）。',
      en: 'Set ciphers on SSLHostConfig in server.xml and restart (Tomcat 8.5 or newer).',
      snippet: `<SSLHostConfig protocols="TLSv1.2+TLSv1.3" ciphers="${modernCiphers}">`,
    },
    haproxy: {
      ja: 'global に次の行を書き、再読み込みします。',
      en: 'Put this line into the global section and reload.',
      snippet: `ssl-default-bind-ciphers ${modernCiphers}`,
    },
    'f5-bigip': {
      ja: '仮想サーバーが使う Client SSL プロファイルの暗号方式を変えます。',
      en: 'Change the ciphers of the Client SSL profile of the virtual server.',
      snippet: "tmsh modify ltm profile client-ssl PROFILE ciphers 'ECDHE+AES-GCM'",
    },
    'aws-alb': awsPolicy,
    'azure-appgw': azurePolicy,
    postfix: {
      ja: '次を実行し、postfix reload で反映します。',
      en: 'Run this, then postfix reload.',
      snippet: "postconf -e 'smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, RC4, DES, 3DES, MD5, kRSA'",
    },
    exim: {
      ja: '使っている暗号ライブラリに合うほうの行を設定に書き、再起動します（exim -bV で分かります）。',
      en: 'Use the line for the TLS library that exim -bV names, and restart.',
      snippet: [
        '# OpenSSL',
        'tls_require_ciphers = HIGH:!aNULL:!eNULL:!3DES:!RC4:!kRSA',
        '# GnuTLS',
        'tls_require_ciphers = SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA',
      ].join('\n'),
    },
    sendmail: {
      ja: 'sendmail.mc に次を書き、作り直して再起動します。',
      en: 'Put this into sendmail.mc, rebuild and restart.',
      snippet: 'LOCAL_CONFIG\nO CipherList=HIGH:!aNULL:!eNULL:!3DES:!RC4:!kRSA',
    },
    exchange: schannelCiphers,
  },
);
