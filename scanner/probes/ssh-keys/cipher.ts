import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { ProbeError } from '../../guard/guard.ts';
import type { Kexinit } from '../ssh-kexinit/kexinit.ts';
import { frame, unpad } from './wire.ts';

/** One direction of an encrypted connection. */
export interface Cipher {
  /** So many bytes show the length of a packet. */
  readonly headBytes: number;
  readonly tagBytes: number;
  /** The first bytes, of which the first four are the length. */
  peek(head: Buffer): Buffer;
  /** @throws ProbeError (garbled) where the packet was changed on the way */
  open(packet: Buffer, sequence: number): Buffer;
  seal(payload: Buffer, sequence: number): Buffer;
}

export interface Suite {
  readonly cipher: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly mac: string | null;
  readonly macKeyBytes: number;
}

const gcm: Readonly<Record<string, number>> = { 'aes128-gcm@openssh.com': 16, 'aes256-gcm@openssh.com': 32 };
const ctr: Readonly<Record<string, number>> = { 'aes128-ctr': 16, 'aes192-ctr': 24, 'aes256-ctr': 32 };
/** Encrypt-and-MAC, as RFC 4253 has it. */
const macs: Readonly<Record<string, readonly [hash: string, keyBytes: number]>> = {
  'hmac-sha2-256': ['sha256', 32],
  'hmac-sha2-512': ['sha512', 64],
  'hmac-sha1': ['sha1', 20],
};

/** What both sides can do in that direction; undefined where we lack it. */
export function suiteFor(
  kexinit: Kexinit,
  direction: 'ClientToServer' | 'ServerToClient',
): Suite | undefined {
  const offered = kexinit[`ciphers${direction}`];
  const mac = kexinit[`macs${direction}`].find((name) => macs[name] !== undefined);
  const authenticated = offered.find((name) => gcm[name] !== undefined);
  if (authenticated !== undefined) {
    return {
      cipher: authenticated,
      keyBytes: gcm[authenticated] ?? 0,
      ivBytes: 12,
      mac: null,
      macKeyBytes: 0,
    };
  }
  const counted = offered.find((name) => ctr[name] !== undefined);
  if (counted === undefined || mac === undefined) return undefined;
  return { cipher: counted, keyBytes: ctr[counted] ?? 0, ivBytes: 16, mac, macKeyBytes: macs[mac]?.[1] ?? 0 };
}

export function cipherOf(suite: Suite, key: Buffer, iv: Buffer, macKey: Buffer): Cipher {
  return suite.mac === null ? gcmCipher(key, iv) : ctrCipher(key, iv, macs[suite.mac]?.[0] ?? '', macKey);
}

/** RFC 5647: the length is authenticated and not encrypted; the nonce counts packets. */
function gcmCipher(key: Buffer, iv: Buffer): Cipher {
  const tagBytes = 16;
  const algorithm = key.length === 32 ? 'aes-256-gcm' : 'aes-128-gcm';
  const nonce = Buffer.from(iv);
  const turn = () => {
    const now = Buffer.from(nonce);
    nonce.writeBigUInt64BE(BigInt.asUintN(64, nonce.readBigUInt64BE(4) + 1n), 4);
    return now;
  };
  return {
    headBytes: 4,
    tagBytes,
    peek: (head) => head,
    open: (packet) => {
      const decipher = createDecipheriv(algorithm, key, turn());
      decipher.setAAD(packet.subarray(0, 4));
      decipher.setAuthTag(packet.subarray(-tagBytes));
      return unpad(
        intact(() => Buffer.concat([decipher.update(packet.subarray(4, -tagBytes)), decipher.final()])),
      );
    },
    seal: (payload) => {
      const packet = frame(payload, 16, true);
      const cipher = createCipheriv(algorithm, key, turn());
      cipher.setAAD(packet.subarray(0, 4));
      const sealed = Buffer.concat([cipher.update(packet.subarray(4)), cipher.final()]);
      return Buffer.concat([packet.subarray(0, 4), sealed, cipher.getAuthTag()]);
    },
  };
}

/** RFC 4344 §4 and RFC 4253 §6.4. */
function ctrCipher(key: Buffer, iv: Buffer, hash: string, macKey: Buffer): Cipher {
  const algorithm = `aes-${key.length * 8}-ctr`;
  const encipher = createCipheriv(algorithm, key, iv);
  const decipher = createDecipheriv(algorithm, key, iv);
  const block = 16;
  let head = Buffer.alloc(0);
  const tag = (sequence: number, packet: Buffer) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(sequence);
    return createHmac(hash, macKey).update(count).update(packet).digest();
  };
  const tagBytes = createHmac(hash, macKey).digest().length;
  return {
    headBytes: block,
    tagBytes,
    peek: (first) => {
      head = decipher.update(first);
      return head;
    },
    open: (packet, sequence) => {
      const plain = Buffer.concat([head, decipher.update(packet.subarray(block, -tagBytes))]);
      intact(() => {
        if (!timingSafeEqual(tag(sequence, plain), packet.subarray(-tagBytes))) throw new RangeError('MAC');
        return plain;
      });
      return unpad(plain.subarray(4));
    },
    seal: (payload, sequence) => {
      const packet = frame(payload, block);
      return Buffer.concat([encipher.update(packet), tag(sequence, packet)]);
    },
  };
}

function intact(read: () => Buffer): Buffer {
  try {
    return read();
  } catch (error) {
    throw new ProbeError('garbled', 'a packet that was changed on the way', { cause: error });
  }
}
