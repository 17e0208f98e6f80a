import { instant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { GuardError, ProbeError } from '../guard/guard.ts';
import { fakeNmap } from '../guard/nmap/fake-nmap.fixture.ts';
import { buildOrder } from '../guard/order.fixture.ts';
import { listen } from '../guard/server.fixture.ts';
import { hostXml, nmapXml, portXml } from '../probes/ports/nmap-xml.fixture.ts';
import { portsProbe } from '../probes/ports/probe.ts';
import type { Probe } from '../probes/probe.ts';
import { LeaseLedger } from './accept-order.ts';
import { runAgent } from './agent.ts';
import { seal } from './courier.ts';
import { bannerProbeThat, greeting, placeOf, portsData, portsProbeThat } from './probes.fixture.ts';
import { FakeScheduler, grantOf } from './scheduler.fixture.ts';

const order = buildOrder({ ports: '21,23' });
const sees = bannerProbeThat(async () => greeting);
const finds = portsProbeThat(async () => portsData());

interface Setting {
  readonly nmapPath?: string;
  readonly slots?: number;
  readonly shutdown?: AbortSignal;
}

async function run(scheduler: FakeScheduler, probes: readonly Probe[], setting: Setting = {}) {
  const worker = {
    link: scheduler,
    probes,
    ledger: new LeaseLedger(),
    guardSettings: { nmapPath: setting.nmapPath ?? 'nmap' },
    version: '0.1.0',
    now: Date.now,
    log: pino({ level: 'silent' }),
  };
  await runAgent(worker, setting.slots ?? 2, setting.shutdown ?? new AbortController().signal);
}

const forever = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('a job', () => {
  it('whose probes see everything → each evidence sent, done, with its load', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [finds, sees]);
    expect(scheduler.evidence.map(({ kind, endpoint }) => [kind, endpoint.port])).toEqual([
      ['ports', null],
      ['banner', 21],
      ['banner', 23],
    ]);
    expect(scheduler.finished).toMatchObject([{ outcome: 'done', unprobed: [] }]);
    expect(scheduler.beats[0]).toMatchObject({ total: 1 });
  });

  it('on a broken network → sent again, each evidence once', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const unsteady = bannerProbeThat(async () => {
      scheduler.troubles = 2;
      return greeting;
    });
    await run(scheduler, [finds, unsteady]);
    expect(new Set(scheduler.evidence.map(({ id }) => id)).size).toBe(3);
    expect(scheduler.finished).toMatchObject([{ outcome: 'done' }]);
  });

  it('continued after a crash → what is there already is not looked at again', async () => {
    const looked = vi.fn(async () => greeting);
    const ports = seal('ports', placeOf(null), order.jobId, portsData(), Date.now());
    const gathered = [
      { kind: 'ports' as const, endpoint: placeOf(null) },
      { kind: 'banner' as const, endpoint: placeOf(21) },
    ];
    const scheduler = new FakeScheduler(grantOf(order, { gathered, ports }));
    const mustNotRun = portsProbeThat(() => Promise.reject(new Error('asked again')));
    await run(scheduler, [mustNotRun, bannerProbeThat(looked)]);
    expect(looked.mock.calls.length).toBe(1);
    expect(scheduler.evidence.map(({ endpoint }) => endpoint.port)).toEqual([23]);
    expect(scheduler.finished).toMatchObject([{ outcome: 'done' }]);
  });

  it('continued with incomplete ports → the ports are looked at again', async () => {
    const ports = seal('ports', placeOf(null), order.jobId, portsData({ complete: false }), Date.now());
    const scheduler = new FakeScheduler(grantOf(order, { ports }));
    await run(scheduler, [finds]);
    expect(scheduler.evidence).toMatchObject([{ kind: 'ports', data: { complete: true } }]);
  });

  it('of a domain → no ports, and probes ask for themselves', async () => {
    const domain = buildOrder({ target: { kind: 'domain', domain: 'a.example' } });
    const place = { host: 'a.example', name: null, port: null, transport: 'udp' as const };
    const asks = { ...sees, places: () => [place] };
    const scheduler = new FakeScheduler(grantOf(domain));
    await run(scheduler, [finds, asks]);
    expect(scheduler.evidence.map(({ kind, endpoint }) => [kind, endpoint.host])).toEqual([
      ['banner', 'a.example'],
    ]);
    expect(scheduler.finished).toMatchObject([{ outcome: 'done' }]);
  });

  it('for kinds that are not wanted → not looked at', async () => {
    const scheduler = new FakeScheduler(grantOf(buildOrder({ kinds: ['ports'] })));
    await run(scheduler, [finds, sees]);
    expect(scheduler.evidence.map(({ kind }) => kind)).toEqual(['ports']);
  });
});

describe('a probe that brings nothing → 未診断 with the reason, the others go on', () => {
  it.each([
    ['throws', new Error('bug'), 'probe-failed'],
    ['meets silence', new ProbeError('timeout', 'x'), 'unreachable'],
    ['is blocked', new ProbeError('blocked', 'x'), 'blocked'],
    ['is refused by the guard', new GuardError('out-of-scope', 'x'), 'probe-failed'],
  ])('it %s', async (_, error, reason) => {
    const scheduler = new FakeScheduler(grantOf(order));
    const partly = bannerProbeThat((endpoint) =>
      endpoint.port === 21 ? Promise.reject(error) : Promise.resolve(greeting),
    );
    await run(scheduler, [finds, partly]);
    expect(scheduler.evidence.map(({ endpoint }) => endpoint.port)).toEqual([null, 23]);
    expect(scheduler.finished).toMatchObject([
      { outcome: 'partial', unprobed: [{ kind: 'banner', endpoint: { port: 21 }, reason }] },
    ]);
  });

  it('it brings what its schema does not know', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const odd = bannerProbeThat(async () => ({ greeting: { outcome: 'perhaps' } }) as never);
    await run(scheduler, [finds, odd]);
    expect(scheduler.finished[0]?.unprobed.map(({ reason }) => reason)).toEqual([
      'probe-failed',
      'probe-failed',
    ]);
  });

  it('it cannot choose its places', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const lost = {
      ...sees,
      places: () => {
        throw new Error('bug');
      },
    };
    await run(scheduler, [finds, lost]);
    expect(scheduler.finished).toMatchObject([{ unprobed: [{ kind: 'banner', reason: 'probe-failed' }] }]);
  });

  it('its worst case does not fit into the window → never started', async () => {
    const looked = vi.fn(async () => greeting);
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [finds, bannerProbeThat(looked, 2 * 3_600_000)]);
    expect(looked).not.toHaveBeenCalled();
    expect(scheduler.finished[0]?.unprobed).toMatchObject([
      { endpoint: { port: 21 }, reason: 'window-closed' },
      { endpoint: { port: 23 }, reason: 'window-closed' },
    ]);
  });

  it('the window closes while it looks → it ends, and the rest is 未診断', async () => {
    const closesAt = instant(Date.now() + 1900);
    const short = buildOrder({ window: { ...order.window, closesAt } });
    const ports = seal('ports', placeOf(null), order.jobId, portsData(), Date.now());
    const scheduler = new FakeScheduler(grantOf(short, { ports }));
    await run(scheduler, [finds, bannerProbeThat((_, guard) => forever(guard.signal))]);
    expect(instant(Date.now()) < closesAt).toBe(true);
    expect(scheduler.finished[0]?.unprobed.map(({ reason }) => reason)).toEqual([
      'window-closed',
      'window-closed',
    ]);
  });
});

describe('ports that are not known', () => {
  it('nmap is missing → failed, every kind 未診断: tool-missing', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [portsProbe, sees], { nmapPath: '/nonexistent/nmap' });
    expect(scheduler.finished).toMatchObject([
      {
        outcome: 'failed',
        unprobed: [
          { kind: 'ports', reason: 'tool-missing' },
          { kind: 'banner', reason: 'tool-missing' },
        ],
      },
    ]);
    expect(scheduler.evidence).toEqual([]);
  });

  it('nmap is killed with a part written → that part is looked at, the ports are 未診断: tool-killed', async () => {
    const half = nmapXml(hostXml(portXml(21)), '').trimEnd();
    using nmap = fakeNmap(
      `process.stdout.write(${JSON.stringify(half)}, () => process.kill(process.pid, 'SIGKILL'))`,
    );
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [portsProbe, sees], { nmapPath: nmap.path });
    expect(scheduler.evidence.map(({ kind, endpoint }) => [kind, endpoint.port])).toEqual([
      ['ports', null],
      ['banner', 21],
    ]);
    expect(scheduler.finished).toMatchObject([
      { outcome: 'partial', unprobed: [{ kind: 'ports', reason: 'tool-killed' }] },
    ]);
  });

  it('nmap is killed with nothing written → failed, no evidence of an empty host', async () => {
    using nmap = fakeNmap(`process.kill(process.pid, 'SIGKILL')`);
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [portsProbe, sees], { nmapPath: nmap.path });
    expect(scheduler.evidence).toEqual([]);
    expect(scheduler.finished).toMatchObject([
      {
        outcome: 'failed',
        unprobed: [
          { kind: 'ports', reason: 'tool-killed' },
          { kind: 'banner', reason: 'tool-killed' },
        ],
      },
    ]);
  });

  it('nothing answers on any port → 未診断: unreachable, never clean', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    await run(scheduler, [portsProbeThat(async () => portsData({ host: 'down', ports: [] })), sees]);
    expect(scheduler.finished).toMatchObject([
      {
        outcome: 'partial',
        unprobed: [
          { kind: 'ports', reason: 'unreachable' },
          { kind: 'banner', reason: 'unreachable' },
        ],
      },
    ]);
  });
});

describe('an order', () => {
  const other = new FakeScheduler();

  it.each([
    [
      'with a broken signature',
      () => ({ ...grantOf(order), order: { ...grantOf(order).order, signature: 'AAAA' } }),
      'broken-order',
    ],
    [
      'changed after signing',
      () => ({
        ...grantOf(order),
        order: { ...grantOf(order).order, payload: JSON.stringify({ ...order, ports: 'all' }) },
      }),
      'broken-order',
    ],
    ['for another node', () => grantOf(buildOrder({ nodeId: 'nod_another' })), 'wrong-node'],
    [
      'for next week',
      () =>
        grantOf(
          buildOrder({ window: { opensAt: instant(Date.now() + 6e8), closesAt: instant(Date.now() + 7e8) } }),
        ),
      'too-early',
    ],
  ])('%s → refused, nothing looked at, nothing finished', async (_, grant, code) => {
    const looked = vi.fn(async () => portsData());
    const scheduler = new FakeScheduler(grant());
    await run(scheduler, [portsProbeThat(looked)]);
    expect(looked).not.toHaveBeenCalled();
    expect(scheduler.refused.map((error) => error.code)).toEqual([code]);
    expect(scheduler.finished).toEqual([]);
    expect(other.finished).toEqual([]);
  });

  it('seen before, or with an older lease → refused', async () => {
    const newer = buildOrder({ leaseToken: 3 });
    const scheduler = new FakeScheduler(
      grantOf(newer),
      grantOf(newer),
      grantOf(buildOrder({ leaseToken: 2 })),
    );
    await run(scheduler, [finds], { slots: 1 });
    expect(scheduler.refused.map(({ code }) => code)).toEqual(['replayed', 'replayed']);
    expect(scheduler.finished.length).toBe(1);
  });

  it('whose window has closed → 未診断: window-closed, nothing sent to the target', async () => {
    const window = { opensAt: instant(Date.now() - 7_200_000), closesAt: instant(Date.now() - 1000) };
    await using server = await listen('127.77.1.1');
    const scheduler = new FakeScheduler(grantOf(buildOrder({ window, ports: `${server.port}` })));
    await run(scheduler, [portsProbe, sees]);
    expect(scheduler.finished).toMatchObject([
      {
        outcome: 'failed',
        unprobed: [{ reason: 'window-closed' }, { reason: 'window-closed' }],
        load: { packets: 0 },
      },
    ]);
    expect(server.arrivals()).toBe(0);
  });

  it('that can never be carried out → failed, so that the owner is told', async () => {
    const scheduler = new FakeScheduler(grantOf(buildOrder({ ports: '80-22' })));
    await run(scheduler, [finds, sees]);
    expect(scheduler.finished).toMatchObject([
      { outcome: 'failed', unprobed: [{ kind: 'ports' }, { kind: 'banner' }] },
    ]);
  });
});

describe('the end of a lease', () => {
  it('a stop → running probes end within two seconds, what is left is 未診断: stopped', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const hangs = bannerProbeThat(() => {
      setTimeout(() => scheduler.order('stopped'), 50);
      return new Promise(() => undefined);
    });
    const startedAt = performance.now();
    await run(scheduler, [finds, hangs]);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(scheduler.finished).toMatchObject([
      {
        outcome: 'partial',
        unprobed: [
          { endpoint: { port: 21 }, reason: 'stopped' },
          { endpoint: { port: 23 }, reason: 'stopped' },
        ],
      },
    ]);
  });

  it('the lease is another’s → probing ends and nothing more is sent', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const loses = bannerProbeThat(async () => {
      scheduler.leaseIsLost = true;
      return greeting;
    });
    await run(scheduler, [finds, loses]);
    expect(scheduler.evidence.map(({ kind }) => kind)).toEqual(['ports']);
    expect(scheduler.finished).toEqual([]);
  });

  it('the lease is found lost only at the finish → nothing else is said', async () => {
    const scheduler = new FakeScheduler(grantOf(order));
    const finish = vi.spyOn(scheduler, 'finish').mockRejectedValue(new LeaseLostError('job_x'));
    await run(scheduler, [finds, sees]);
    expect(finish).toHaveBeenCalledTimes(1);
  });

  it('the node shuts down → nothing is finished, the job is another node’s to continue', async () => {
    const shutdown = new AbortController();
    const scheduler = new FakeScheduler(grantOf(order));
    const worker = bannerProbeThat((_, guard) => {
      setTimeout(() => shutdown.abort(new Error('SIGTERM')), 50);
      return forever(guard.signal);
    });
    const startedAt = performance.now();
    await run(scheduler, [finds, worker], { shutdown: shutdown.signal });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(scheduler.finished).toEqual([]);
  });
});

describe('several jobs', () => {
  it('as many at once as there are slots', async () => {
    let [running, most] = [0, 0];
    const slow = portsProbeThat(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running--;
      return portsData();
    });
    const orders = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
      buildOrder({ jobId: `job_${letter.repeat(20)}` }),
    );
    const scheduler = new FakeScheduler(...orders.map((each) => grantOf(each)));
    await run(scheduler, [slow], { slots: 2 });
    expect([most, scheduler.finished.length]).toEqual([2, 5]);
  });
});
