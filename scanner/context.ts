import { type Logger, pino } from 'pino';
import { LeaseLedger } from './agent/accept-order.ts';
import { joinFleet } from './agent/join.ts';
import { LinkTroubleError, type SchedulerLink } from './agent/link.ts';
import { createHttpLink } from './agent/link-http.ts';
import { openPipeLink } from './agent/link-pipe.ts';
import { persistently } from './agent/retry.ts';
import type { Worker } from './agent/worker.ts';
import type { Config } from './config.ts';
import { ensureNmap, thisMachine } from './guard/nmap/install.ts';
import { allProbes } from './probes/index.ts';

export interface Context extends AsyncDisposable {
  readonly worker: Worker;
  readonly slots: number;
  /** Aborts at a signal of the machine or when the parent of a pipe has gone. */
  readonly shutdown: AbortSignal;
}

/** JSON lines on stderr: stdout belongs to the pipe. */
export function createLog(level: string): Logger {
  return pino({ name: 'scanner', level }, pino.destination({ dest: 2, sync: true }));
}

/** @throws JoinError | NodeRefusedError | LinkRejectedError; the signal's reason */
export async function openContext(config: Config, signal: AbortSignal): Promise<Context> {
  const log = createLog(config.logLevel);
  const nmap = await ensureNmap(config.nmapPath, thisMachine());
  if (nmap.state === 'missing') log.error(`nmap is not installed; run: ${nmap.command}`);
  const { link, ended } = await openLink(config, log, signal);
  const { nmapPath, deny, version, slots } = config;
  const worker = {
    link,
    probes: allProbes,
    ledger: new LeaseLedger(),
    guardSettings: { nmapPath, deny },
    version,
    now: Date.now,
    log,
  };
  const shutdown = ended === undefined ? signal : AbortSignal.any([signal, ended]);
  return { worker, slots, shutdown, [Symbol.asyncDispose]: () => link[Symbol.asyncDispose]() };
}

async function openLink(
  { mode, version, slots, site }: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<{ link: SchedulerLink; ended?: AbortSignal }> {
  if (mode.kind === 'pipe') {
    const link = await openPipeLink(process.stdin, process.stdout, version);
    return { link, ended: link.ended };
  }
  const { invitation, stateFolder, name } = mode;
  const join = async () => {
    try {
      return await joinFleet(invitation, { stateFolder, name, version }, signal);
    } catch (error) {
      if (error instanceof LinkTroubleError) log.warn({ err: error }, 'not joined yet');
      throw error;
    }
  };
  // The scheduler may be starting at this very moment.
  const identity = await persistently(join, signal);
  log.info({ node: identity.nodeId, scheduler: identity.url }, 'this node is part of the fleet');
  return { link: createHttpLink(identity, { version, slots, site }, Date.now) };
}
