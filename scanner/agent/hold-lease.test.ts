import { instant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildOrder } from '../guard/order.fixture.ts';
import { wait } from '../guard/wait.ts';
import { holdLease } from './hold-lease.ts';
import { type Control, LinkTroubleError } from './link.ts';
import { FakeScheduler } from './scheduler.fixture.ts';

const beat = () => ({
  doing: '',
  done: 0,
  total: 1,
  load: {
    packets: 0,
    requests: 0,
    maxPerSecond: 0,
    targetLatency: { before: null, during: null, after: null },
  },
});

function hold(link: FakeScheduler) {
  const stop = vi.fn();
  const ended = new AbortController();
  const holding = holdLease({ link, held: buildOrder(), beat, stop, now: Date.now }, ended.signal);
  return { stop, end: () => ended.abort(new Error('done')), holding };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a lease', () => {
  it('renewed every five seconds → held', async () => {
    const link = new FakeScheduler();
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(link.beats.length).toBe(13);
    expect(stop).not.toHaveBeenCalled();
    end();
    await holding;
  });

  it('that nobody renews for lack of a network → lost when it runs out, not before', async () => {
    const link = new FakeScheduler();
    link.heartbeat = vi
      .fn<FakeScheduler['heartbeat']>()
      .mockRejectedValue(new LinkTroubleError('down'))
      .mockResolvedValueOnce(instant(Date.now() + 40_000));
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(39_000);
    expect(stop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3000);
    expect(stop).toHaveBeenCalledWith('lease-lost');
    end();
    await holding;
  });

  it('whose first heartbeat is never answered → lost after half a minute', async () => {
    const link = new FakeScheduler();
    link.heartbeat = async () => Promise.reject(new LinkTroubleError('down'));
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(32_000);
    expect(stop).toHaveBeenCalledWith('lease-lost');
    end();
    await holding;
  });

  it('that the scheduler gave to another → lost at the next heartbeat', async () => {
    const link = new FakeScheduler();
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(1000);
    link.leaseIsLost = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(stop).toHaveBeenCalledWith('lease-lost');
    end();
    await holding;
  });
});

describe('a control', () => {
  it.each(['stopped', 'window-closed', 'lease-lost'] as const)('%s → obeyed at once', async (control) => {
    const link = new FakeScheduler();
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(1);
    link.order(control);
    await vi.advanceTimersByTimeAsync(1);
    expect(stop).toHaveBeenCalledWith(control);
    end();
    await holding;
  });

  it('that cannot be heard → asked for again', async () => {
    const link = new FakeScheduler();
    const answers: (Control | Error)[] = [new LinkTroubleError('down'), 'go-on', new LeaseLostError('job_x')];
    link.control = async (_, signal) => {
      const answer = answers.shift();
      if (answer === undefined) return wait(1e9, signal).then(() => 'go-on' as const);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const { stop, end, holding } = hold(link);
    await vi.advanceTimersByTimeAsync(3000);
    expect(stop).toHaveBeenCalledWith('lease-lost');
    end();
    await holding;
  });
});
