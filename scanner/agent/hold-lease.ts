import { epochMs } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import type { StopReason } from '../guard/stop.ts';
import { wait } from '../guard/wait.ts';
import type { Beat, Held, SchedulerLink } from './link.ts';

const beatMs = 5000;
const retryMs = 1000;
/** A heartbeat that hangs must not hide that the lease runs out. */
const answerMs = 8000;
/** How long a lease is believed in before the first heartbeat was answered. */
const firstTrustMs = 30_000;

export interface LeaseKeeper {
  readonly link: SchedulerLink;
  readonly held: Held;
  readonly beat: () => Beat;
  readonly stop: (why: StopReason) => void;
  readonly now: () => number;
}

/**
 * Heartbeats and obedience, until `signal` aborts. A lease that was not renewed in time is over even if nobody says
 * so: another node may have it.
 */
export async function holdLease(keeper: LeaseKeeper, signal: AbortSignal): Promise<void> {
  await Promise.all([keepBeating(keeper, signal), obey(keeper, signal)]);
}

async function keepBeating({ link, held, beat, stop, now }: LeaseKeeper, signal: AbortSignal): Promise<void> {
  let trustedUntilMs = now() + firstTrustMs;
  while (!signal.aborted) {
    let delayMs = beatMs;
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
      const expiresAt = await link.heartbeat(held, beat(), patience);
      trustedUntilMs = expiresAt === null ? Number.POSITIVE_INFINITY : epochMs(expiresAt);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof LeaseLostError || now() >= trustedUntilMs) return stop('lease-lost');
      delayMs = retryMs;
    }
    await wait(delayMs, signal).catch(() => undefined);
  }
}

async function obey({ link, held, stop }: LeaseKeeper, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const control = await link.control(held, signal);
      if (control !== 'go-on') return stop(control);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof LeaseLostError) return stop('lease-lost');
      await wait(retryMs, signal).catch(() => undefined);
    }
  }
}
