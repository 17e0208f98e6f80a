import { fixList } from '../fixes.ts';

const generate = 'openssl dhparam -out /etc/ssl/dh3072.pem 3072';

/** Longer parameters, or no finite-field DH at all. */
export const dhFixes = fixList(
  'nmap -Pn -p {port} --script ssl-dh-params --script-args tls.servername={name} {host}',
  {
    ja: 'DHE で始まる暗号方式を外して ECDHE だけにします。外せない場合は、2048 ビット以上（できれば 3072 ビット）の DH パラメーターを設定します。',
    en: 'Remove the suites that begin with DHE and keep ECDHE. Where that is impossible, set DH parameters of 2048 bits or more, preferably 3072.',
  },
  {
    nginx: {
      ja: 'DH パラメーターを作って http ブロックで指定し、再読み込みします。',
      en: 'Generate parameters, name them in the http block and reload.',
      snippet: `# ${generate}\nssl_dhparam /etc/ssl/dh3072.pem;`,
    },
    apache: {
      ja: 'DH パラメーターを作って ssl.conf で指定し、再読み込みします（2.4.8 以降）。',
      en: 'Generate parameters, name them in ssl.conf and reload (2.4.8 or newer).',
      snippet: `# ${generate}\nSSLOpenSSLConfCmd DHParameters "/etc/ssl/dh3072.pem"`,
    },
    iis: {
      ja: 'コマンドプロンプトを管理者として開き、次を実行してからサーバーを再起動します。',
      en: 'Run this in an administrator command prompt and restart the server.',
      snippet: String.raw`reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\KeyExchangeAlgorithms\Diffie-Hellman" /v ServerMinKeyBitLength /t REG_DWORD /d 2048 /f`,
    },
    tomcat: {
      ja: 'Java の起動オプション（CATALINA_OPTS）に次を加え、再起動します。',
      en: 'Add this to the options of Java (CATALINA_OPTS) and restart.',
      snippet: '-Djdk.tls.ephemeralDHKeySize=2048',
    },
    haproxy: {
      ja: 'global に次の行を書き、再読み込みします。',
      en: 'Put this line into the global section and reload.',
      snippet: 'tune.ssl.default-dh-param 3072',
    },
    postfix: {
      ja: 'DH パラメーターを作って指定し、postfix reload で反映します。項目名に 1024 とありますが、長いものを指定できます。',
      en: 'Generate parameters, name them, then postfix reload. The setting has 1024 in its name but takes longer ones.',
      snippet: `${generate}\npostconf -e 'smtpd_tls_dh1024_param_file = /etc/ssl/dh3072.pem'`,
    },
    exim: {
      ja: '設定に次の行を書き、再起動します。',
      en: 'Put this line into the configuration and restart.',
      snippet: 'tls_dhparam = ffdhe3072',
    },
    sendmail: {
      ja: 'DH パラメーターを作って sendmail.mc で指定し、作り直して再起動します。',
      en: 'Generate parameters, name them in sendmail.mc, rebuild and restart.',
      snippet: `# ${generate}\ndefine(\`confDH_PARAMETERS', \`/etc/ssl/dh3072.pem')dnl`,
    },
  },
);
