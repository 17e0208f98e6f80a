import { answered, type Service } from './service.ts';

interface Greeting {
  readonly sign: RegExp;
  /** Only on these ports, where the words alone would fit others as well. */
  readonly ports?: readonly number[];
  readonly service: (match: RegExpExecArray) => Service;
}

const mailPorts = [25, 465, 587, 2525];

/** What services say by themselves, as Latin-1; the first that fits counts. The names are nmap's. */
const greetings: readonly Greeting[] = [
  {
    sign: /^SSH-[\d.]+-OpenSSH_([\w.]{1,20})(?: ([^\r\n]{1,80}))?\r?\n/,
    service: ([, version = '', revision = '']) =>
      answered('ssh', {
        product: 'OpenSSH',
        version: `${version} ${revision.replace('-', ' ')}`.trim(),
        extraInfo: 'protocol 2.0',
        cpe: 'a:openbsd:openssh',
      }),
  },
  {
    sign: /^SSH-[\d.]+-dropbear(?:_([\w.]{1,20}))?/,
    service: ([, version]) =>
      answered('ssh', {
        product: 'Dropbear sshd',
        version: version ?? null,
        cpe: 'a:matt_johnston:dropbear_ssh_server',
      }),
  },
  {
    sign: /^SSH-[\d.]+-Cisco-([\d.]{1,10})/,
    service: ([, version]) =>
      answered('ssh', { product: 'Cisco SSH', version: version ?? null, cpe: 'o:cisco:ios' }),
  },
  {
    sign: /^SSH-[\d.]+-ROSSSH/,
    service: () => answered('ssh', { product: 'MikroTik RouterOS sshd', cpe: 'o:mikrotik:routeros' }),
  },
  {
    sign: /^SSH-[\d.]+-([^\r\n]{1,80})\r?\n/,
    service: ([, info]) => answered('ssh', { extraInfo: info ?? null }),
  },
  {
    sign: /^220[ -][^\n]*\bPostfix\b(?: ([\d.]{3,12}))?/,
    service: ([, version]) =>
      answered('smtp', { product: 'Postfix smtpd', version: version ?? null, cpe: 'a:postfix:postfix' }),
  },
  {
    sign: /^220[ -][^\n]*\bExim ([\d.]{1,12})/,
    service: ([, version]) =>
      answered('smtp', { product: 'Exim smtpd', version: version ?? null, cpe: 'a:exim:exim' }),
  },
  {
    sign: /^220[ -][^\n]*\bSendmail ([\w./]{1,20})/,
    service: ([, version]) =>
      answered('smtp', { product: 'Sendmail', version: version ?? null, cpe: 'a:sendmail:sendmail' }),
  },
  {
    sign: /^220[ -][^\n]*\bMicrosoft ESMTP MAIL Service\b/,
    service: () => answered('smtp', { product: 'Microsoft Exchange smtpd' }),
  },
  { sign: /^220[ -][^\n]*\bE?SMTP\b/i, service: () => answered('smtp') },
  { sign: /^220[ -]/, ports: mailPorts, service: () => answered('smtp') },
  {
    sign: /^220[ -]\(vsFTPd ([\d.]{1,10})\)/,
    service: ([, version]) =>
      answered('ftp', { product: 'vsftpd', version: version ?? null, cpe: 'a:vsftpd:vsftpd' }),
  },
  {
    sign: /^220[ -]ProFTPD (?:([\d.]{3,10}\w?) )?/,
    service: ([, version]) =>
      answered('ftp', { product: 'ProFTPD', version: version ?? null, cpe: 'a:proftpd:proftpd' }),
  },
  { sign: /^220[ -][^\n]*\bPure-FTPd\b/, service: () => answered('ftp', { product: 'Pure-FTPd' }) },
  { sign: /^220[ -][^\n]*\bMicrosoft FTP\b/, service: () => answered('ftp', { product: 'Microsoft ftpd' }) },
  { sign: /^220[ -][^\n]*\bFTP\b/i, service: () => answered('ftp') },
  { sign: /^220[ -]/, ports: [21, 990, 2121], service: () => answered('ftp') },
  {
    sign: /^\+OK[^\n]*\bDovecot\b/,
    service: () => answered('pop3', { product: 'Dovecot pop3d', cpe: 'a:dovecot:dovecot' }),
  },
  { sign: /^\+OK[ \r]/, service: () => answered('pop3') },
  {
    sign: /^\* (?:OK|PREAUTH)[^\n]*\bDovecot\b/,
    service: () => answered('imap', { product: 'Dovecot imapd', cpe: 'a:dovecot:dovecot' }),
  },
  { sign: /^\* (?:OK|PREAUTH|BYE) /, service: () => answered('imap') },
  {
    sign: /^RFB (\d{3})\.(\d{3})\n/,
    service: ([, major, minor]) =>
      answered('vnc', { product: 'VNC', extraInfo: `protocol ${Number(major)}.${Number(minor)}` }),
  },
  {
    sign: /^@RSYNCD: ([\d.]{1,6})/,
    service: ([, version]) => answered('rsync', { extraInfo: `protocol version ${version}` }),
  },
  {
    // Protocol::HandshakeV10: length, sequence 0, protocol 10, version, 0.
    sign: /^[\s\S]{2}\0\0\n(?:5\.5\.5-)?(\d[\w.]{2,20})-MariaDB/,
    service: ([, version]) =>
      answered('mysql', { product: 'MariaDB', version: version ?? null, cpe: 'a:mariadb:mariadb' }),
  },
  {
    sign: /^[\s\S]{2}\0\0\n(\d[\w.]{2,20})[^\0]{0,80}\0/,
    service: ([, version]) =>
      answered('mysql', { product: 'MySQL', version: version ?? null, cpe: 'a:mysql:mysql' }),
  },
  {
    // ERR_Packet in place of the handshake: 1130, the source is not permitted; 1129, it is blocked.
    sign: /^[\s\S]{2}\0[\0\x01]\xff[\x69\x6a]\x04[\s\S]{0,200}(?:is not allowed to connect|is blocked)/,
    service: () => answered('mysql', { product: 'MySQL', extraInfo: 'unauthorized' }),
  },
  { sign: /^\xff[\xfb-\xfe][\s\S]/, service: () => answered('telnet') },
];

/** The service that greets with these bytes on that port; undefined where nobody is recognised. */
export function recogniseGreeting(bytes: Buffer, port: number): Service | undefined {
  const text = bytes.toString('latin1');
  for (const { sign, ports, service } of greetings) {
    if (ports !== undefined && !ports.includes(port)) continue;
    const match = sign.exec(text);
    if (match !== null) return service(match);
  }
  return undefined;
}
