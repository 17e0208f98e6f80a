import { describe, expect, it } from 'vitest';
import { buildOrder } from '../guard/order.fixture.ts';
import { seal } from './courier.ts';
import { type FleetServer, fleetServer } from './fleet-server.fixture.ts';
import { createHttpLink } from './link-http.ts';
import { greeting, placeOf } from './probes.fixture.ts';
import { grantOf } from './scheduler.fixture.ts';

const order = buildOrder();
const { signal } = new AbortController();
const load = {
  packets: 1,
  requests: 2,
  maxPerSecond: 3,
  targetLatency: { before: 1, during: null, after: null },
};
const beat = { doing: 'ports', done: 0, total: 1, load };

function linkTo(server: FleetServer) {
  const node = { url: server.url, nodeId: 'nod_x', key: 'secret', orderKey: 'PEM' };
  return createHttpLink(node, { version: '0.1.0', slots: 8, site: '' }, Date.now);
}

describe('the link over HTTP', () => {
  it('each call → its path, with the node’s key and the lease token', async () => {
    const expiry = '2026-11-21T00:01:00.000Z';
    const answers: Readonly<Record<string, unknown>> = {
      claim: { grant: grantOf(order) },
      heartbeat: { leaseExpiresAt: expiry },
      control: { order: 'stop', reason: 'window-closed' },
    };
    await using server = await fleetServer((path) => [200, answers[path.split('/').at(-1) ?? ''] ?? {}]);
    const link = linkTo(server);
    const evidence = seal('banner', placeOf(21), order.jobId, greeting, Date.now());
    expect(await link.claim(signal)).toMatchObject({ gathered: [], ports: null });
    expect(await link.heartbeat(order, beat, signal)).toBe(expiry);
    expect(await link.control(order, signal)).toBe('window-closed');
    await link.sendEvidence(order, evidence, signal);
    await link.finish(order, { outcome: 'done', unprobed: [], load }, signal);
    const job = `/fleet/v1/jobs/${order.jobId}`;
    expect(server.requests.map(({ path, key }) => [path, key])).toEqual(
      ['/fleet/v1/claim', `${job}/heartbeat`, `${job}/control`, `${job}/evidence`, `${job}/finish`].map(
        (path) => [path, 'Bearer secret'],
      ),
    );
    expect(server.requests.slice(1).map(({ body }) => body)).toMatchObject([
      { leaseToken: 1, ...beat },
      { leaseToken: 1, waitMs: 25_000 },
      { leaseToken: 1, evidence },
      { leaseToken: 1, outcome: 'done' },
    ]);
  });

  it('no work → nothing now', async () => {
    await using server = await fleetServer(() => [200, { grant: null }]);
    expect(await linkTo(server).claim(signal)).toBe('nothing-now');
  });

  it.each([
    [409, { code: 'lease-lost', message: 'x' }, 'LeaseLostError'],
    [409, { code: 'other', message: 'x' }, 'LinkRejectedError'],
    [422, 'not JSON', 'LinkRejectedError'],
    [401, {}, 'NodeRefusedError'],
    [500, '<html>', 'LinkTroubleError'],
    [503, {}, 'LinkTroubleError'],
    [429, {}, 'LinkTroubleError'],
    [200, { leaseExpiresAt: 'soon' }, 'LinkTroubleError'],
    [200, 'x'.repeat(100), 'LinkTroubleError'],
  ])('status %i %j → %s', async (status, body, name) => {
    await using server = await fleetServer(() => [status, body]);
    await expect(linkTo(server).heartbeat(order, beat, signal)).rejects.toMatchObject({ name });
  });

  it('a redirect → not followed, the key goes nowhere else', async () => {
    await using server = await fleetServer(() => [307, {}]);
    await expect(linkTo(server).claim(signal)).rejects.toMatchObject({
      name: expect.stringMatching(/^Link/),
    });
    expect(server.requests.length).toBe(1);
  });

  it('nobody there → trouble; aborted while it waits → the signal’s reason', async () => {
    const server = await fleetServer(() => undefined);
    const controller = new AbortController();
    const waiting = linkTo(server).claim(controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(waiting).rejects.toThrow('enough');
    await server[Symbol.asyncDispose]();
    await expect(linkTo(server).claim(signal)).rejects.toMatchObject({ name: 'LinkTroubleError' });
  });
});
