import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';

export type Kexinit = Extract<EvidenceData['ssh-kexinit']['kexinit'], { outcome: 'yes' }>['value'];

export type KexinitReading =
  | { readonly state: 'found'; readonly kexinit: Kexinit }
  | { readonly state: 'more' }
  | { readonly state: 'disconnected' }
  | { readonly state: 'garbled' };

const message = { disconnect: 1, ignore: 2, debug: 4, kexinit: 20 } as const;
/** RFC 4253 §6.1; what is longer than the evidence can hold is no list of algorithms either. */
const longestPacket = limits.hex / 2;
const mostPackets = 5;
const cookie = 16;

/** Finds SSH_MSG_KEXINIT in the unencrypted packets (RFC 4253 §6) after the identification. */
export function readKexinit(packets: Buffer): KexinitReading {
  let at = 0;
  for (let count = 0; count < mostPackets; count++) {
    if (packets.length < at + 6) return { state: 'more' };
    const length = packets.readUInt32BE(at);
    const padding = packets.readUInt8(at + 4);
    if (length > longestPacket || length < padding + 2) return { state: 'garbled' };
    if (packets.length < at + 4 + length) return { state: 'more' };
    const payload = packets.subarray(at + 5, at + 4 + length - padding);
    const type = payload[0];
    if (type === message.kexinit) return parseKexinit(payload);
    if (type === message.disconnect) return { state: 'disconnected' };
    if (type !== message.ignore && type !== message.debug) return { state: 'garbled' };
    at += 4 + length;
  }
  return { state: 'garbled' };
}

/** RFC 4253 §7.1: the message number, a cookie, ten name-lists, a boolean and a reserved number. */
function parseKexinit(payload: Buffer): KexinitReading {
  const lists: string[][] = [];
  let at = 1 + cookie;
  for (let i = 0; i < 10; i++) {
    if (payload.length < at + 4) return { state: 'garbled' };
    const end = at + 4 + payload.readUInt32BE(at);
    if (end > payload.length) return { state: 'garbled' };
    const names = parseNames(payload.subarray(at + 4, end));
    if (names === undefined) return { state: 'garbled' };
    lists.push(names);
    at = end;
  }
  if (payload.length !== at + 5) return { state: 'garbled' };
  const [kex = [], hostKeys = [], ciphersIn = [], ciphersOut = [], macsIn = [], macsOut = [], , zipOut = []] =
    lists;
  return {
    state: 'found',
    kexinit: {
      kex,
      hostKeys,
      ciphersClientToServer: ciphersIn,
      ciphersServerToClient: ciphersOut,
      macsClientToServer: macsIn,
      macsServerToClient: macsOut,
      compressionServerToClient: zipOut,
      raw: payload.toString('hex'),
    },
  };
}

/** RFC 4251 §5 and §6: names of printable ASCII, separated by commas. */
function parseNames(bytes: Buffer): string[] | undefined {
  const text = bytes.toString('latin1');
  const names = text === '' ? [] : text.split(',');
  const isValid = names.length <= limits.list && names.every((name) => /^[\x21-\x7e]{1,256}$/.test(name));
  return isValid ? names : undefined;
}
