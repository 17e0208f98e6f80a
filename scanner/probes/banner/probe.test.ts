import type { Socket } from 'node:net';
import { bannerSchema } from '@enkaku/shared/evidence/banner/schema.ts';
import { yes } from '@enkaku/shared/model/observed.ts';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import type { PortSeen } from '../ports/port-seen.ts';
import { bannerProbe } from './probe.ts';

const address = '127.77.1.4';

async function greetingOf(onConnection: (socket: Socket) => void) {
  const heard: Buffer[] = [];
  await using server = await listen(address, (socket) => {
    socket.on('data', (chunk) => heard.push(chunk));
    onConnection(socket);
  });
  const order = buildOrder({ target: hostAt(address) });
  await using guard = createGuard({ order });
  const place = { host: address, name: null, port: server.port, transport: 'tcp' } as const;
  const { greeting } = bannerSchema.parse(await bannerProbe.gather(place, guard, { order, ports: null }));
  expect(Buffer.concat(heard).length).toBe(0);
  return greeting;
}

describe('a greeting', () => {
  it('of an FTP server in two pieces → both', async () => {
    const greeting = await greetingOf((socket) => {
      socket.write('220-Welcome\r\n');
      setTimeout(() => socket.write('220 ready\r\n'), 50);
    });
    expect(greeting).toMatchObject({ outcome: 'yes', value: { text: '220-Welcome\r\n220 ready\r\n' } });
  });

  it('of telnet with negotiation and zero bytes → the bytes are kept', async () => {
    const greeting = await greetingOf((socket) => socket.end(Buffer.of(0xff, 0xfd, 0x18, 0, 0x41)));
    expect(greeting).toMatchObject({ outcome: 'yes', value: { bytes: 'fffd180041' } });
  });

  it('without end → its first KiB', async () => {
    const greeting = await greetingOf((socket) => socket.write(Buffer.alloc(100_000, 0x61)));
    expect(greeting.outcome === 'yes' && greeting.value.bytes.length).toBe(2048);
  });

  it.each([
    ['a connection that is closed', (socket: Socket) => void socket.end(), 'closed'],
    ['a connection that is reset', (socket: Socket) => void socket.resetAndDestroy(), 'reset'],
  ])('of %s → unknown', async (_, onConnection, reason) => {
    expect(await greetingOf(onConnection)).toEqual({ outcome: 'unknown', reason });
  });

  it('of a silent service → unknown after a bounded time', async () => {
    expect(await greetingOf(() => undefined)).toEqual({ outcome: 'unknown', reason: 'timeout' });
  });
});

describe('where greetings are listened for', () => {
  const port = (number: number, overrides: Partial<PortSeen> = {}): PortSeen => ({
    port: number,
    transport: 'tcp',
    state: 'open',
    reason: 'syn-ack',
    service: null,
    scripts: [],
    ...overrides,
  });
  const service = {
    name: 'ftp',
    method: 'probed',
    confidence: 10,
    product: null,
    version: null,
    extraInfo: null,
    tunnel: null,
    cpe: [],
  } as const;
  const placesOf = (...ports: PortSeen[]) =>
    bannerProbe
      .places({
        order: buildOrder(),
        ports: {
          tool: 'nmap',
          requested: '',
          host: 'up',
          ports,
          collapsed: yes([]),
          warnings: [],
          complete: true,
        },
      })
      .map((place) => place.port);

  it('ftp and telnet by number or by name → there', () => {
    expect(
      placesOf(port(21), port(23), port(2323), port(2121, { service: { ...service, cpe: [] } })),
    ).toEqual([21, 23, 2323, 2121]);
  });

  it('closed, filtered, another service, inside TLS → not there', () => {
    const tls = { ...service, tunnel: 'ssl' as const, cpe: [] };
    expect(
      placesOf(
        port(21, { state: 'filtered' }),
        port(23, { state: 'closed' }),
        port(80),
        port(990, { service: tls }),
      ),
    ).toEqual([]);
  });
});
