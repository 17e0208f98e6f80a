import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { mtaStsPolicySchema } from '@enkaku/shared/evidence/mta-sts-policy/schema.ts';
import { expect, test } from 'vitest';
import { issue } from '../wire/certificate.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { listen, loopback } from '../wire/servers.fixture.ts';
import { mtaStsPolicyProbe } from './probe.ts';

const name = 'mta-sts.city.example';

async function look(answer: RequestListener) {
  const asked: string[] = [];
  const { cert, key } = issue({ subject: name, dnsNames: [name] });
  const server = createServer({ cert, key }, (request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]} ${request.url}`);
    answer(request, response);
  });
  await using listening = await listen(server);
  const order = orderFor(loopback, [name]);
  const view = hostView(order, [openPort(listening.port, 'https')]);
  const place = { host: loopback, name, port: listening.port, transport: 'tcp' as const };
  const data = await mtaStsPolicyProbe.gather(place, loopbackGuard(order), view);
  return { asked, data: mtaStsPolicySchema.parse(data) };
}

test('one GET for the policy, kept as it came', async () => {
  const { asked, data } = await look((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('version: STSv1\n'),
  );

  expect(asked).toEqual([`GET ${name} /.well-known/mta-sts.txt`]);
  expect(data).toEqual({
    domain: 'city.example',
    response: {
      outcome: 'yes',
      value: { status: 200, contentType: 'text/plain', body: 'version: STSv1\n', complete: true },
    },
  });
});

test('a redirect is kept and not followed', async () => {
  const { asked, data } = await look((_, response) =>
    response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(),
  );

  expect(asked).toHaveLength(1);
  expect(data.response).toMatchObject({ outcome: 'yes', value: { status: 302, contentType: null } });
});

test('a policy without an end → its beginning, and that it is not whole', async () => {
  const { data } = await look((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('mx: a.example\n\0'.repeat(9000)),
  );

  expect(data.response).toMatchObject({ outcome: 'yes', value: { complete: false } });
  expect(data.response.outcome === 'yes' && data.response.value.body.length).toBe(limits.excerpt);
});

test('a server that hangs up → unknown', async () => {
  const { data } = await look((request) => request.socket.destroy());

  expect(data.response).toEqual({ outcome: 'unknown', reason: 'closed' });
});

test.each([
  ['the name of a policy’s server, on port 443', name, 443, 1],
  ['another name', 'www.city.example', 443, 0],
  ['a name that only looks like it', 'mta-stsx.city.example', 443, 0],
  ['another port', name, 8443, 0],
])('%s, %s:%i → %i places', (_, asked, port, places) => {
  const view = hostView(orderFor(loopback, [asked]), [openPort(port, 'https')]);
  expect(mtaStsPolicyProbe.places(view)).toHaveLength(places);
});
