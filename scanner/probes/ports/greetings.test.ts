import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWordsFor } from './first-words.ts';
import { recogniseGreeting } from './greetings.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n', 22, 'ssh', 'OpenSSH', '9.2p1 Debian 2+deb12u3'],
  ['SSH-2.0-OpenSSH_8.0\n', 2222, 'ssh', 'OpenSSH', '8.0'],
  ['SSH-2.0-dropbear_2022.83\r\n', 22, 'ssh', 'Dropbear sshd', '2022.83'],
  ['SSH-2.0-Cisco-1.25\r\n', 22, 'ssh', 'Cisco SSH', '1.25'],
  ['SSH-2.0-anything\r\n', 22, 'ssh', null, null],
  ['220 mail.example.lg.jp ESMTP Postfix (Debian/GNU)\r\n', 25, 'smtp', 'Postfix smtpd', null],
  ['220 mail.example.lg.jp ESMTP\r\n', 25, 'smtp', null, null],
  ['220 mail.example.lg.jp\r\n', 25, 'smtp', null, null],
  ['220 (vsFTPd 3.0.3)\r\n', 21, 'ftp', 'vsftpd', '3.0.3'],
  ['220 ProFTPD 1.3.8 Server (Debian) [::ffff:127.0.0.1]\r\n', 21, 'ftp', 'ProFTPD', '1.3.8'],
  ['220 ready\r\n', 21, 'ftp', null, null],
  ['+OK Dovecot ready.\r\n', 110, 'pop3', 'Dovecot pop3d', null],
  ['* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n', 143, 'imap', 'Dovecot imapd', null],
  ['RFB 003.008\n', 5900, 'vnc', 'VNC', null],
  ['@RSYNCD: 31.0 sha512\n', 873, 'rsync', null, null],
  ['\x59\0\0\0\n5.5.5-10.11.6-MariaDB-0+deb12u1\0', 3306, 'mysql', 'MariaDB', '10.11.6'],
  ['\x4a\0\0\0\n8.0.36\0\x08\0\0\0', 3306, 'mysql', 'MySQL', '8.0.36'],
  [
    "\x4b\0\0\x01\xff\x6a\x04Host '192.0.2.7' is not allowed to connect to this MySQL server",
    3306,
    'mysql',
    'MySQL',
    null,
  ],
  ['\xff\xfd\x18\xff\xfd\x20', 23, 'telnet', null, null],
])('%j on %d → %s', (text, port, name, product, version) => {
  expect(recogniseGreeting(latin1(text), port)).toMatchObject({ name, product, version, method: 'probed' });
});

test.each([
  ['220 ready\r\n', 8220],
  ['HTTP/1.1 400 Bad Request\r\n', 80],
  ['\xff\xff\xff', 23],
  ['SSH-2.0-', 22],
  ['login: ', 23],
  ['\0\0\0\0\0\0', 3306],
  ['', 22],
])('%j on %d → nobody that is known', (text, port) => {
  expect(recogniseGreeting(latin1(text), port)).toBeUndefined();
});

test.each([
  [6379, '-NOAUTH Authentication required.\r\n', 'redis'],
  [11_211, 'VERSION 1.6.18\r\n', 'memcached'],
  [5432, 'N', 'postgresql'],
  [53, '\0\x2cMj\x81\x80', 'domain'],
  [389, '\x30\x0c\x02\x01\x01\x65\x07\x0a\x01\0\x04\0\x04\0', 'ldap'],
  [3389, '\x03\0\0\x13\x0e\xd0\0\0\x124\0\x02\x1f\x08\0\x02\0\0\0', 'ms-wbt-server'],
  [445, '\0\0\0\x55\xffSMBr', 'microsoft-ds'],
  [1883, '\x20\x02\0\x05', 'mqtt'],
  [2181, 'Zookeeper version: 3.8.0-1, built on 2023\n', 'zookeeper'],
  [1080, '\x05\0', 'socks5'],
])('the answer on %d to what one says first there → recognised', (port, text, name) => {
  expect(firstWordsFor(port)?.recognise(latin1(text))?.name).toBe(name);
});

test.each([
  [5432, 'HTTP/1.1 400'],
  [5432, 'NO'],
  [6379, '-ERR unknown command'],
  [445, 'SMB'],
])('on %d, %j → not recognised', (port, text) => {
  expect(firstWordsFor(port)?.recognise(latin1(text))).toBeUndefined();
});

test('what is known of a greeting holds nothing that a terminal would obey', () => {
  const service = recogniseGreeting(latin1('SSH-2.0-OpenSSH_9.2p1 \x1b[31mred\x07\0\r\n'), 22);
  expect(service?.version).toBe('9.2p1 [31mred');
  expect(service?.cpe).toEqual(['cpe:/a:openbsd:openssh:9.2p1']);
});

test('any bytes → an answer or none, never a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 65_535 }), (bytes, port) => {
      recogniseGreeting(Buffer.from(bytes), port);
      firstWordsFor(port)?.recognise(Buffer.from(bytes));
    }),
  );
});
