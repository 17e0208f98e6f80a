import { epochMs, parseInstant } from '@enkaku/shared/model/instant.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { createGuard, type OpenGuard } from '../guard/create-guard.ts';
import type { StopReason } from '../guard/stop.ts';
import { holdLease } from './hold-lease.ts';
import { Progress } from './progress.ts';
import type { Worker } from './worker.ts';

/** After the window: to bring home what was seen. */
const homecomingMs = 15 * 60_000;
const longestTimerMs = 2 ** 31 - 1;

/** One job while this node holds its lease. */
export interface Session extends AsyncDisposable {
  readonly guard: OpenGuard;
  readonly progress: Progress;
  /** Aborts when nothing may be sent to the scheduler any more; probing has ended by then. */
  readonly silence: AbortSignal;
  loseLease(): void;
}

/** Opens the guard and begins to hold the lease. @throws GuardError for an order that can never be carried out */
export function openSession(order: Order, worker: Worker, shutdown: AbortSignal): Session {
  const { link, now, log } = worker;
  const userAgent = `Enkaku/${worker.version} (+${order.contact}; ${order.jobId})`;
  const guard = createGuard({ ...worker.guardSettings, order, now, userAgent });
  const progress = new Progress();
  const silence = new AbortController();
  const ended = new AbortController();

  const stop = (why: StopReason) => {
    guard.stop(why);
    if (why === 'lease-lost' || why === 'shutdown') silence.abort(guard.signal.reason);
  };
  const onShutdown = () => stop('shutdown');
  shutdown.addEventListener('abort', onShutdown, { once: true });
  if (shutdown.aborted) onShutdown();
  guard.signal.addEventListener('abort', () => log.info({ why: guard.stopped }, 'probing ended'));

  const leftMs = epochMs(parseInstant(order.window.closesAt)) + homecomingMs - now();
  const tooLate = setTimeout(() => stop('lease-lost'), Math.min(longestTimerMs, leftMs));
  const beat = () => ({
    doing: progress.doing,
    done: progress.done,
    total: progress.total,
    load: guard.load(),
  });
  const holding = AbortSignal.any([ended.signal, silence.signal]);
  const lease = holdLease({ link, held: order, beat, stop, now }, holding);

  return {
    guard,
    progress,
    silence: silence.signal,
    loseLease: () => stop('lease-lost'),
    [Symbol.asyncDispose]: async () => {
      clearTimeout(tooLate);
      shutdown.removeEventListener('abort', onShutdown);
      ended.abort(new Error('the job has ended'));
      await guard[Symbol.asyncDispose]();
      await lease;
    },
  };
}
