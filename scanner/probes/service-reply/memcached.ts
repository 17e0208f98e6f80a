import type { Facts, Protocol } from './protocol.ts';

/** https://github.com/memcached/memcached/blob/master/doc/protocol.txt */
export const memcached: Protocol = {
  name: 'memcached',
  transport: 'tcp',
  ports: [11_211],
  services: ['memcached'],
  questions: [{ asked: 'version', say: Buffer.from('version\r\n'), read: readVersion }],
};

/** Its UDP frame: request id, sequence number, number of datagrams, reserved. */
const frame = Buffer.of(0x4d, 0x6a, 0, 0, 0, 1, 0, 0);

/** `version` and not `stats`: the shortest answer proves as much, and shows that amplification is possible. */
export const memcachedUdp: Protocol = {
  name: 'memcached',
  transport: 'udp',
  ports: [11_211],
  services: ['memcached'],
  questions: [
    {
      asked: 'version',
      say: Buffer.concat([frame, Buffer.from('version\r\n')]),
      read: (bytes) =>
        bytes.subarray(0, 2).equals(frame.subarray(0, 2))
          ? readVersion(bytes.subarray(frame.length))
          : undefined,
    },
  ],
};

function readVersion(bytes: Buffer): Facts | undefined {
  const version = /^VERSION ([\w.-]{1,40})\r\n/.exec(bytes.toString('latin1'))?.[1];
  return version === undefined ? undefined : { version };
}
