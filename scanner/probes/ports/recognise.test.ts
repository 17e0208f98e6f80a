import type { Socket } from 'node:net';
import type { Address } from '@enkaku/shared/model/address.ts';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import { loopback, tlsServer } from '../wire/servers.fixture.ts';
import { recognise } from './recognise.ts';

const address = '127.77.1.5' as Address;

async function serviceOf(onConnection: (socket: Socket) => void) {
  await using server = await listen(address, onConnection);
  return await ask(server.port);
}

async function ask(port: number, at: Address = address) {
  await using guard = createGuard({ order: buildOrder({ target: hostAt(at) }) });
  return (await recognise(guard, at, [port])).get(port);
}

describe('what answers on an open port', () => {
  it('greets → named, nothing was said to it', async () => {
    const heard: Buffer[] = [];
    const service = await serviceOf((socket) => {
      socket.on('data', (bytes) => heard.push(bytes));
      socket.write('SSH-2.0-OpenSSH_9.2p1\r\n');
    });
    expect(service).toMatchObject({ name: 'ssh', product: 'OpenSSH', method: 'probed' });
    expect(heard).toEqual([]);
  });

  it('greets byte by byte → named all the same', async () => {
    const service = await serviceOf((socket) => {
      const text = [...'SSH-2.0-OpenSSH_9.2p1\r\n'];
      const timer = setInterval(() => {
        const next = text.shift();
        if (next === undefined) clearInterval(timer);
        else socket.write(next);
      }, 10).unref();
      socket.on('close', () => clearInterval(timer));
    });
    expect(service).toMatchObject({ name: 'ssh', product: 'OpenSSH' });
  });

  it('waits, and answers a web request → http', async () => {
    const service = await serviceOf((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\n\r\n')),
    );
    expect(service).toMatchObject({ name: 'http', product: 'nginx', version: '1.22.1', tunnel: null });
  });

  it('asks for TLS → http behind it', async () => {
    await using server = await tlsServer({}, (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n')),
    );
    expect(await ask(server.port, loopback as Address)).toMatchObject({
      name: 'http',
      product: 'nginx',
      tunnel: 'ssl',
    });
  });

  it.each([
    ['says ten megabytes of nothing', (socket: Socket) => void socket.write(Buffer.alloc(10_000_000, 0x41))],
    ['closes at once', (socket: Socket) => void socket.end()],
    ['resets at once', (socket: Socket) => void socket.resetAndDestroy()],
    ['answers in no language', (socket: Socket) => void socket.write(Buffer.of(0x80, 0xfe, 0, 1))],
    ['never speaks', () => undefined],
  ])('%s → left to nmap', { timeout: 20_000 }, async (_, onConnection) => {
    expect(await serviceOf(onConnection)).toBeUndefined();
  });

  it('industrial gear and printers → never connected to', async () => {
    await using guard = createGuard({ order: buildOrder({ target: hostAt(address) }) });
    await recognise(guard, address, [102, 502, 9100, 44_818]);
    expect(guard.load().packets).toBe(0);
  });
});
