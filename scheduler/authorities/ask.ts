import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { type DnsMessage, decodeMessage } from '@enkaku/shared/protocol/dns/message.ts';
import { MalformedDnsError } from '@enkaku/shared/protocol/dns/name.ts';
import { encodeQuery, isAnswerTo, type Query } from '@enkaku/shared/protocol/dns/query.ts';

export interface NameServer {
  readonly address: string;
  readonly port: number;
}

/** Milliseconds, one entry a try. */
const triesMs = [1500, 2500];
const tcpMs = 3000;
const longestMessage = 0xffff;

/** The answer of one name server, over TCP where it did not fit; undefined where none came. */
export async function askDns(
  server: NameServer,
  query: Query,
  signal: AbortSignal,
): Promise<DnsMessage | undefined> {
  for (const timeoutMs of triesMs) {
    const datagram = encodeQuery(query, randomInt(0x1_0000));
    const answer = read(
      await overUdp(server, datagram, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])),
    );
    if (answer?.flags.tc === true) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(tcpMs)]);
      return read(await overTcp(server, datagram, limit)) ?? answer;
    }
    if (answer !== undefined || signal.aborted) return answer;
  }
  return undefined;
}

function read(message: Buffer | undefined): DnsMessage | undefined {
  try {
    return message === undefined ? undefined : decodeMessage(message);
  } catch (error) {
    if (error instanceof MalformedDnsError) return undefined;
    throw error;
  }
}

function overUdp(server: NameServer, datagram: Buffer, limit: AbortSignal): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(server.address.includes(':') ? 'udp6' : 'udp4');
    const end = (answer?: Buffer) => {
      limit.removeEventListener('abort', giveUp);
      socket
        .removeAllListeners('message')
        .removeAllListeners('error')
        .on('error', () => undefined);
      socket.close();
      resolve(answer);
    };
    const giveUp = () => end();
    limit.addEventListener('abort', giveUp, { once: true });
    socket.once('error', giveUp);
    socket.on('message', (answer) => {
      if (isAnswerTo(datagram, answer)) end(answer);
    });
    socket.connect(server.port, server.address, () => socket.send(datagram));
  });
}

function overTcp(server: NameServer, datagram: Buffer, limit: AbortSignal): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: server.address, port: server.port });
    const end = (answer?: Buffer) => {
      limit.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(answer);
    };
    const giveUp = () => end();
    limit.addEventListener('abort', giveUp, { once: true });
    let received = Buffer.alloc(0);
    socket.on('error', giveUp);
    socket.on('close', giveUp);
    socket.once('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(datagram.length);
      socket.write(Buffer.concat([length, datagram]));
    });
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]).subarray(0, longestMessage + 2);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const message = received.subarray(2, 2 + received.readUInt16BE(0));
      end(isAnswerTo(datagram, message) ? message : undefined);
    });
  });
}
