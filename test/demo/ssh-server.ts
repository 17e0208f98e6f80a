import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { Bed, Strength } from '../beds/contract.ts';
import { listen, portFor } from './listen.ts';

const maxClientBytes = 64 * 1024;
const messageKexinit = 20;

/** What a server says first and what it offers, in the order of RFC 4253 §7.1. */
interface Offer {
  readonly banner: string;
  readonly kex: string;
  readonly hostKeys: string;
  readonly ciphers: string;
  readonly macs: string;
}
const offers: Readonly<Record<Strength, Offer>> = {
  weak: {
    banner: 'SSH-2.0-OpenSSH_7.4',
    kex: 'diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,curve25519-sha256',
    hostKeys: 'ssh-rsa,ssh-dss',
    // Without the marker of strict key exchange, chacha20-poly1305 is open to CVE-2023-48795.
    ciphers: 'aes128-cbc,3des-cbc,aes128-ctr,chacha20-poly1305@openssh.com',
    macs: 'hmac-md5,hmac-sha1-96,hmac-sha1,hmac-sha2-256-etm@openssh.com',
  },
  hardened: {
    banner: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10',
    kex: 'sntrup761x25519-sha512@openssh.com,curve25519-sha256,kex-strict-s-v00@openssh.com',
    hostKeys: 'ssh-ed25519',
    ciphers: 'aes256-gcm@openssh.com,aes128-gcm@openssh.com',
    macs: 'hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com',
  },
};

/** The greeting and the KEXINIT of an SSH server; it hangs up on whatever comes after. */
export async function startSshServer(options: { address: string; strength: Strength }): Promise<Bed> {
  const { address, strength } = options;
  const offer = offers[strength];
  const port = portFor(22);
  const server = createServer((socket) => {
    let received = '';
    socket.write(`${offer.banner}\r\n`);
    socket.on('data', (bytes) => {
      const greeted = received.includes('\n');
      received += bytes.toString('latin1');
      if (received.length > maxClientBytes) return socket.destroy();
      if (!greeted && received.includes('\n')) socket.write(packet(kexinit(offer)));
      else if (greeted && !isKexinit(bytes)) socket.end();
    });
  });
  const stop = await listen(server, address, port);
  return {
    daemon: 'openssh',
    strength,
    address,
    names: [`ssh.${strength}.test`],
    tcpPorts: [port],
    udpPorts: [],
    zones: [],
    [Symbol.asyncDispose]: stop,
  };
}

function kexinit({ kex, hostKeys, ciphers, macs }: Offer): Buffer {
  const lists = [kex, hostKeys, ciphers, ciphers, macs, macs, 'none', 'none', '', ''].map(nameList);
  return Buffer.concat([Buffer.from([messageKexinit]), randomBytes(16), ...lists, Buffer.alloc(5)]);
}

function nameList(names: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(names.length);
  return Buffer.concat([length, Buffer.from(names, 'latin1')]);
}

/** The unencrypted packet of RFC 4253 §6: padded to a multiple of 8, with 4 bytes of padding at least. */
function packet(payload: Buffer): Buffer {
  const padding = 4 + ((8 - ((payload.length + 9) % 8)) % 8);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(1 + payload.length + padding);
  head.writeUInt8(padding, 4);
  return Buffer.concat([head, payload, randomBytes(padding)]);
}

function isKexinit(bytes: Buffer): boolean {
  return bytes[5] === messageKexinit;
}
