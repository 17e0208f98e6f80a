import type { Facts, Protocol } from './protocol.ts';

/** RFC 9327 §3: mode 6, read variables of the system. */
const readVariables = Buffer.from('160200010000000000000000', 'hex');
/** ntpd's ntp_request.h, as nmap's ntp-monlist sends it: mode 7, XNTPD, REQ_MON_GETLIST_1. */
const monitorList = Buffer.concat([Buffer.from('1700032a', 'hex'), Buffer.alloc(188)]);

/** One datagram for each; only the first that comes back is read. */
export const ntp: Protocol = {
  name: 'ntp',
  transport: 'udp',
  ports: [123],
  services: ['ntp'],
  questions: [
    { asked: 'read-variables', say: readVariables, read: readMode6 },
    { asked: 'monitor-list', say: monitorList, read: readMode7 },
  ],
};

function readMode6(bytes: Buffer): Facts | undefined {
  if (bytes.length < 12 || ((bytes[0] ?? 0) & 0b111) !== 6) return undefined;
  const operation = bytes[1] ?? 0;
  if ((operation & 0x9f) !== 0x82 || bytes.readUInt16BE(2) !== 1) return undefined;
  const sizes = { asked: String(readVariables.length), answered: String(bytes.length) };
  if ((operation & 0x40) !== 0) return { access: 'denied', ...sizes };
  const text = bytes.toString('latin1', 12);
  const version = /version="?([^",]{1,120})/.exec(text)?.[1];
  const system = /system="?([^",]{1,120})/.exec(text)?.[1];
  return {
    access: 'open',
    ...sizes,
    ...(version === undefined ? {} : { version }),
    ...(system === undefined ? {} : { system }),
  };
}

function readMode7(bytes: Buffer): Facts | undefined {
  const isAnswer =
    bytes.length >= 8 &&
    ((bytes[0] ?? 0) & 0x87) === 0x87 &&
    bytes[2] === 3 &&
    (bytes[3] === 42 || bytes[3] === 20);
  if (!isAnswer) return undefined;
  const error = (bytes[4] ?? 0) >> 4;
  const entries = bytes.readUInt16BE(4) & 0xfff;
  // More bit: further datagrams follow, which are not read.
  const sizes = {
    asked: '192',
    answered: String(bytes.length),
    more: ((bytes[0] ?? 0) & 0x40) === 0 ? 'no' : 'yes',
  };
  if (error !== 0 || entries === 0) return { access: 'denied', error: String(error), ...sizes };
  return { access: 'open', entries: String(entries), ...sizes };
}
