import { hostname } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Invitation, JoinError, parseInvitation } from './agent/join.ts';
import type { Env } from './env.ts';
import { type Network, parseDenyList } from './guard/deny-list.ts';
import { version } from './version.ts';

export interface Config {
  readonly mode:
    | { readonly kind: 'pipe' }
    | {
        readonly kind: 'fleet';
        readonly invitation: Invitation | null;
        readonly stateFolder: string;
        readonly name: string;
      };
  readonly slots: number;
  readonly site: string;
  readonly nmapPath: string;
  readonly deny: readonly Network[];
  readonly logLevel: string;
  readonly version: string;
}

/** What was asked for cannot be done; one line says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}

export function isUsageError(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof JoinError && error.code === 'not-joined');
}

const usage = 'usage: scanner --join URL#TOKEN [--state DIR] [--name NAME] | --pipe';
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** @throws UsageError */
export function toConfig(args: readonly string[], env: Env): Config {
  const slots = env.slots === undefined ? 8 : Number(env.slots);
  if (!Number.isInteger(slots) || slots < 1 || slots > 256) throw new UsageError('ENKAKU_SLOTS is 1 to 256');
  const logLevel = env.logLevel ?? 'info';
  if (!logLevels.includes(logLevel)) throw new UsageError(`ENKAKU_LOG is one of ${logLevels.join(', ')}`);
  return {
    mode: toMode(args),
    slots,
    site: (env.site ?? '').slice(0, 100),
    nmapPath: env.nmapPath ?? 'nmap',
    deny: toDenyList(env.deny),
    logLevel,
    version,
  };
}

function toMode(args: readonly string[]): Config['mode'] {
  const { pipe, join, state, name } = readOptions(args);
  if (pipe === true) {
    if (join !== undefined || state !== undefined || name !== undefined) throw new UsageError(usage);
    return { kind: 'pipe' };
  }
  return {
    kind: 'fleet',
    invitation: join === undefined ? null : toInvitation(join),
    stateFolder: path.resolve(state ?? path.join(import.meta.dirname, '..', 'var', 'scanner')),
    name: (name ?? hostname()).slice(0, 100) || 'scanner',
  };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        pipe: { type: 'boolean' },
        join: { type: 'string' },
        state: { type: 'string' },
        name: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}; ${usage}`);
  }
}

function toInvitation(text: string): Invitation {
  try {
    return parseInvitation(text);
  } catch (error) {
    if (error instanceof JoinError) throw new UsageError(error.text.en);
    throw error;
  }
}

function toDenyList(text: string | undefined): readonly Network[] {
  try {
    return parseDenyList((text ?? '').split(',').flatMap((cidr) => cidr.trim() || []));
  } catch (error) {
    throw new UsageError(`ENKAKU_DENY: ${error instanceof Error ? error.message : error}`);
  }
}
