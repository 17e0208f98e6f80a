import path from 'node:path';
import { type Address, isIPv6 } from '@enkaku/shared/model/address.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { GuardError, type NmapRun } from '../guard.ts';
import type { NmapWish } from './arguments.ts';
import { findProgram } from './find-program.ts';
import { WholeNmapScan } from './whole-scan.ts';

export interface RunOptions {
  readonly nmapPath: string;
  readonly timeoutMs: number;
  readonly packetsPerSecond: number;
  readonly limits: Order['limits'];
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

/** Runs nmap to its end, its time limit or the signal, whichever comes first. @throws GuardError 'tool-missing' */
export function runNmap(address: Address, wish: NmapWish, options: RunOptions): Promise<NmapRun> {
  const program = programOf(options.nmapPath);
  return new Promise((resolve, reject) => {
    const scan = new WholeNmapScan(program, address, commandLine(address, wish, options));
    const kill = () => scan.killChild();
    const timer = setTimeout(kill, options.timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', kill);
    };
    scan.once('complete', (run: NmapRun) => {
      settle();
      resolve(run);
    });
    scan.once('error', (error: Error) => {
      settle();
      reject(new GuardError('tool-missing', `nmap does not start: ${error.message}`));
    });
    options.signal.addEventListener('abort', kill, { once: true });
    scan.startScan();
    if (options.signal.aborted) kill();
  });
}

export function rateOf(wish: NmapWish, options: Pick<RunOptions, 'packetsPerSecond' | 'limits'>): number {
  const perSecond =
    wish.scan === 'half-open'
      ? options.packetsPerSecond
      : Math.min(options.packetsPerSecond, options.limits.connectionsPerSecond);
  return Math.max(1, Math.floor(perSecond));
}

function commandLine(address: Address, wish: NmapWish, options: RunOptions): readonly string[] {
  const { limits, timeoutMs } = options;
  return [
    ...(isIPv6(address) ? ['-6'] : []),
    ...['-n', '-Pn', '--disable-arp-ping', '--reason'],
    ...['--max-rate', `${rateOf(wish, options)}`],
    // An nmap that outlives its node still ends inside the window.
    ...['--host-timeout', `${Math.max(1000, timeoutMs - 500)}ms`],
    ...(wish.scan === 'connect' || wish.identify
      ? ['--max-parallelism', `${limits.concurrentConnections}`]
      : []),
    ...(wish.identify
      ? [
          '--datadir',
          allowedScripts,
          '--script-timeout',
          '30s',
          '--script-args',
          `http.useragent="${quotable(options.userAgent)}"`,
        ]
      : []),
    ...wish.args,
  ];
}

/**
 * `-sV` runs every script of the category `version`, which speak to pumps and name what they see by whole sessions.
 * nmap finds its scripts through the first `scripts/script.db`: this one names those that may run, each a single
 * question. All other files of nmap are its own.
 */
const allowedScripts = path.join(import.meta.dirname, 'data');

/** nmap's own quoting of script arguments knows no escape that we would want to rely on. */
function quotable(text: string): string {
  return text.replace(/[^\w .:;/+()@-]/g, '').slice(0, 200);
}

/** With setpriv (util-linux) the kernel ends nmap together with its node, even if that is killed. */
function programOf(nmapPath: string): readonly [string, ...string[]] {
  const searchPath = process.env.PATH ?? '';
  const nmap = findProgram(nmapPath, searchPath);
  if (nmap === undefined) throw new GuardError('tool-missing', `nmap is not installed (${nmapPath})`);
  const setpriv = process.platform === 'linux' ? findProgram('setpriv', searchPath) : undefined;
  return setpriv === undefined ? [nmap] : [setpriv, '--pdeathsig', 'KILL', nmap];
}
