import { type Guard, GuardError } from '../../guard/guard.ts';
import { notForNmap } from '../../guard/nmap/arguments.ts';
import { type Run, toRun } from './discover.ts';
import { formatPortList } from './port-list.ts';

const portsPerRun = 24;
const runLimitMs = 90_000;
const stageLimitMs = 180_000;
const shortestRunMs = 5000;

export interface Identification {
  readonly runs: readonly Run[];
  /** Open ports whose service could not be asked for, for lack of time. */
  readonly left: readonly number[];
  /** The guard or a killer ended it, not nmap. */
  readonly interrupted: boolean;
}

/** The second stage: what answers on the open ports. One slow service must not hide the others: its run is divided. */
export async function identify(
  guard: Guard,
  scan: '-sS' | '-sT',
  open: readonly number[],
): Promise<Identification> {
  const endsAt = performance.now() + stageLimitMs;
  const queue = chunk(
    open.filter((port) => !notForNmap.has(port)),
    portsPerRun,
  );
  const runs: Run[] = [];
  const left: number[] = [];
  let interrupted = false;
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const limitMs = Math.min(runLimitMs, endsAt - performance.now());
    if (limitMs < shortestRunMs || guard.signal.aborted) {
      left.push(...part);
      continue;
    }
    const run = await runIdentification(guard, scan, part, limitMs);
    if (run !== undefined && !isTimedOut(run)) {
      runs.push(run);
    } else if (run !== undefined && part.length > 1 && !guard.signal.aborted) {
      queue.push(...chunk(part, Math.ceil(part.length / 4)));
    } else {
      left.push(...part);
      interrupted ||= run === undefined || !run.ended;
    }
  }
  return { runs, left, interrupted: interrupted || guard.signal.aborted };
}

/** undefined once the guard lets nothing out any more. */
async function runIdentification(
  guard: Guard,
  scan: '-sS' | '-sT',
  ports: readonly number[],
  limitMs: number,
): Promise<Run | undefined> {
  const args = [
    scan,
    '-sV',
    '--version-intensity',
    '5',
    '--max-retries',
    '2',
    '-p',
    `T:${formatPortList(ports)}`,
  ];
  try {
    return toRun(ports, await guard.nmap(args, limitMs));
  } catch (error) {
    if (error instanceof GuardError) return undefined;
    throw error;
  }
}

function isTimedOut({ report, ended }: Run): boolean {
  return !ended || report.hosts.some((host) => host.timedOut);
}

function chunk(ports: readonly number[], size: number): (readonly number[])[] {
  return Array.from({ length: Math.ceil(ports.length / size) }, (_, index) =>
    ports.slice(index * size, (index + 1) * size),
  );
}
