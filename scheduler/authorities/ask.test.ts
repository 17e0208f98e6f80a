import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askDns } from './ask.ts';

const query = { name: 'city.example', type: 'NS', class: 'IN', recursion: true, edns: null } as const;

/** Sends back what `answer` makes of each query. */
async function answering(answer: (query: Buffer) => readonly Buffer[]) {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (message, peer) => {
    asked++;
    for (const each of answer(message)) socket.send(each, peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: '127.0.0.1',
    port: (socket.address() as AddressInfo).port,
    count: () => asked,
    [Symbol.asyncDispose]: async () => void socket.close(),
  };
}

const echoed = (message: Buffer, flags = 0x8180) => {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(flags, 2);
  return copy;
};

test('an answer to the question → read', async () => {
  await using server = await answering((message) => [echoed(message)]);
  expect(await askDns(server, query, AbortSignal.timeout(2000))).toMatchObject({ rcode: 0, answers: [] });
});

test('an answer of another id, then the right one → the right one', async () => {
  await using server = await answering((message) => {
    const forged = echoed(message, 0x8183);
    forged.writeUInt16BE(forged.readUInt16BE(0) ^ 1);
    return [forged, echoed(message)];
  });
  expect(await askDns(server, query, AbortSignal.timeout(2000))).toMatchObject({ rcode: 0 });
});

test('silence → none, at the latest when the signal aborts', async () => {
  await using server = await answering(() => []);
  const startedMs = performance.now();
  expect(await askDns(server, query, AbortSignal.timeout(200))).toBeUndefined();
  expect(performance.now() - startedMs).toBeLessThan(1000);
});

test('records that point to themselves → none', async () => {
  await using server = await answering((message) => {
    const looped = Buffer.concat([echoed(message), Buffer.from([0xc0, message.length, 0, 2, 0, 1])]);
    looped.writeUInt16BE(1, 6);
    return [looped];
  });
  expect(await askDns(server, query, AbortSignal.timeout(300))).toBeUndefined();
});

test('TC and nobody over TCP → the answer that was cut', async () => {
  await using server = await answering((message) => [echoed(message, 0x8380)]);
  expect(await askDns(server, query, AbortSignal.timeout(2000))).toMatchObject({ flags: { tc: true } });
});

test('nobody there → none', async () => {
  expect(await askDns({ address: '127.0.0.1', port: 9 }, query, AbortSignal.timeout(500))).toBeUndefined();
});
