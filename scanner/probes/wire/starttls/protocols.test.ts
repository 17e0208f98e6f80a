import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Starttls } from './exchange.ts';
import { ftp } from './ftp.ts';
import { imap } from './imap.ts';
import { ldap } from './ldap.ts';
import { mysql } from './mysql.ts';
import { pop3 } from './pop3.ts';
import { postgresql } from './postgresql.ts';
import { xmppClient, xmppServer } from './xmpp.ts';

const all: Readonly<Record<string, Starttls>> = {
  ftp,
  imap,
  ldap,
  mysql,
  pop3,
  postgresql,
  xmppClient,
  xmppServer,
};

/** Version 10, `8.0.36`, with or without CLIENT_SSL. */
const mysqlGreeting = (capabilities: string) => {
  const packet = `0a${Buffer.from('8.0.36\0').toString('hex')}01000000${'41'.repeat(8)}00${capabilities}21020000`;
  return Buffer.from(`${(packet.length / 2).toString(16)}000000${packet}`, 'hex').toString('latin1');
};
const ldapResult = (code: string) =>
  Buffer.from(`300c02010178070a01${code}04000400`, 'hex').toString('latin1');

/** What a server says in one exchange → how it is understood. */
const answers: readonly (readonly [Starttls, exchange: number, said: string, heard: string])[] = [
  [imap, 0, '* OK IMAP4rev1 ready\r\n', 'go-on'],
  [imap, 0, '* BYE too many connections\r\n', 'blocked'],
  [imap, 0, 'HTTP/1.1 400 Bad Request\r\n', 'garbled'],
  [imap, 1, 'e1 OK begin TLS\r\n', 'go-on'],
  [imap, 1, '* CAPABILITY IMAP4rev1\r\ne1 OK begin\r\n', 'go-on'],
  [imap, 1, 'e1 BAD unknown command\r\n', 'no-tls'],
  [imap, 1, '* BYE\r\n', 'blocked'],
  [pop3, 0, '+OK ready\r\n', 'go-on'],
  [pop3, 0, '-ERR go away\r\n', 'blocked'],
  [pop3, 1, '-ERR unknown command\r\n', 'no-tls'],
  [ftp, 0, '220-welcome\r\nto us\r\n220 ready\r\n', 'go-on'],
  [ftp, 0, '220-welcome\r\n', 'more'],
  [ftp, 0, '421 too many users\r\n', 'blocked'],
  [ftp, 0, 'SSH-2.0-OpenSSH\r\n', 'garbled'],
  [ftp, 1, '234 proceed\r\n', 'go-on'],
  [ftp, 1, '500 unknown command\r\n', 'no-tls'],
  [ftp, 1, '431 not now\r\n', 'blocked'],
  [ldap, 0, ldapResult('00'), 'go-on'],
  [ldap, 0, ldapResult('02'), 'no-tls'],
  [ldap, 0, '220 ready\r\n', 'garbled'],
  [postgresql, 0, 'S', 'go-on'],
  [postgresql, 0, 'N', 'no-tls'],
  [postgresql, 0, 'E\0\0\0', 'blocked'],
  [postgresql, 0, 'H', 'garbled'],
  [mysql, 0, mysqlGreeting('ffff'), 'go-on'],
  [mysql, 0, mysqlGreeting('fff7'), 'no-tls'],
  [mysql, 0, '\x05\0\0\0\xff\x69\x04no', 'blocked'],
  [mysql, 0, '220 ready\r\n', 'garbled'],
  [xmppClient, 0, '<stream:stream><stream:features><starttls xmlns="x"/></stream:features>', 'go-on'],
  [xmppClient, 0, '<stream:stream><stream:features><mechanisms/></stream:features>', 'no-tls'],
  [xmppClient, 0, '<stream:stream><stream:features/>', 'no-tls'],
  [xmppClient, 0, '<stream:error><host-unknown/></stream:error>', 'blocked'],
  [xmppClient, 0, '220 ready\r\n', 'garbled'],
  [xmppClient, 1, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", 'go-on'],
  [xmppClient, 1, '<failure/></stream:stream>', 'no-tls'],
];

describe('what a server says on the way to TLS', () => {
  test.each(answers.map((answer) => [...answer] as const))(
    '%#: is understood',
    (protocol, exchange, said, heard) => {
      expect(protocol[exchange]?.hear(Buffer.from(said, 'latin1'))).toBe(heard);
    },
  );

  test('cut anywhere is a beginning or unreadable, never a permission', () => {
    for (const [protocol, exchange, said, heard] of answers) {
      if (heard !== 'go-on' || protocol === postgresql) continue;
      for (let length = 0; length < said.length - 1; length++) {
        const part = protocol[exchange]?.hear(Buffer.from(said.slice(0, length), 'latin1'));
        if (protocol !== xmppClient) expect(part).toBe('more');
      }
    }
  });

  test.each(Object.entries(all))('%s: any bytes are understood somehow, without a throw', (_, protocol) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        for (const { hear } of protocol) {
          expect(['more', 'go-on', 'no-tls', 'blocked', 'garbled']).toContain(hear(Buffer.from(noise)));
        }
      }),
    );
  });
});

describe('what we say', () => {
  test('to XMPP holds nothing that could end the attribute it stands in', () => {
    expect(xmppServer[0]?.say?.("a'><x>.example")).toContain("to='ax.example' xmlns='jabber:server'");
  });

  test('to MySQL is a request for TLS of 32 bytes, without a name', () => {
    const request = Buffer.from(mysql[1]?.say?.('') ?? '');
    expect(request.toString('hex')).toBe(`20000001008a0000ffffff0021${'00'.repeat(23)}`);
  });

  test('to LDAP is StartTLS', () => {
    expect(Buffer.from(ldap[0]?.say?.('') ?? '').toString('latin1')).toContain('1.3.6.1.4.1.1466.20037');
  });
});
