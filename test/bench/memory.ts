import { readdirSync, readFileSync } from 'node:fs';

export interface ServiceMemory {
  /** Resident: portal, scheduler and scanner, each with the pages of the runtime that they share. */
  readonly residentMb: number;
  /** Proportional: the same and the scheduler's workers, every shared page counted once. */
  readonly proportionalMb: number;
}

const ours = /(portal|scheduler|scanner)\/main\.ts/;
const oursWithWorkers = /(portal|scheduler|scanner)\/(main|jobs\/[\w-]+)\.ts/;

/** Memory of the service's processes among the descendants of a process; nmap is not ours. */
export function serviceMemory(ancestor: number): ServiceMemory {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => describe(Number(entry)));
  const family = new Set([ancestor]);
  for (let grown = -1; grown !== family.size; ) {
    grown = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  const members = processes.filter(({ pid }) => family.has(pid));
  return {
    residentMb: totalMb(members, ours, '/status', 'VmRSS'),
    proportionalMb: totalMb(members, oursWithWorkers, '/smaps_rollup', 'Pss'),
  };
}

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function totalMb(members: readonly ProcessFacts[], which: RegExp, file: string, field: string): number {
  const chosen = members.filter(({ command }) => which.test(command));
  return chosen.reduce((total, { pid }) => total + numberIn(read(`/proc/${pid}${file}`), field), 0) / 1024;
}

function describe(pid: number): readonly ProcessFacts[] {
  const status = read(`/proc/${pid}/status`);
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return status === '' ? [] : [{ pid, parent: numberIn(status, 'PPid'), command }];
}

/** Empty for a process that ended while we looked. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function numberIn(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}
