import { createServer } from 'node:tls';
import { instant } from '@enkaku/shared/model/instant.ts';
import { expect, test } from 'vitest';
import { createGuard } from '../../guard/create-guard.ts';
import { issue } from '../wire/certificate.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { listen, loopback } from '../wire/servers.fixture.ts';
import { certificateProbe } from './probe.ts';

/** Through the guard of real runs, which is what keeps the stapled response. */
async function look(staple: Buffer | null) {
  const { cert, key } = issue({ subject: 'www.city.example' });
  const secure = createServer({ cert, key }).on('OCSPRequest', (_, __, done) => done(null, staple));
  await using server = await listen(secure);
  const window = { opensAt: instant(Date.now() - 1000), closesAt: instant(Date.now() + 60_000) };
  const order = orderFor(loopback, [], { ports: String(server.port), window });
  await using guard = createGuard({ order });
  const place = { host: loopback, name: null, port: server.port, transport: 'tcp' as const };
  const view = hostView(order, [openPort(server.port, 'https', { tunnel: 'ssl' })]);
  return (await certificateProbe.gather(place, guard, view)).presented;
}

test('a response stapled to the handshake is noticed', async () => {
  expect(await look(Buffer.from('0a0100', 'hex'))).toMatchObject({ value: { ocspStapled: true } });
});

test('a server that staples nothing has nothing stapled', async () => {
  expect(await look(null)).toMatchObject({ value: { ocspStapled: false } });
});
