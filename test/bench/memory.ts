import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory in MB of portal, scheduler with its workers, and scanner among the descendants of a process; nmap is not ours. */
export function serviceMemoryMb(ancestor: number): number {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => describe(Number(entry)));
  const family = new Set([ancestor]);
  for (let grown = -1; grown !== family.size; ) {
    grown = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  const ours = processes.filter(
    ({ pid, command }) =>
      family.has(pid) && /(portal|scheduler|scanner)\/(main|jobs\/[\w-]+)\.ts/.test(command),
  );
  return ours.reduce((total, { residentKb }) => total + residentKb, 0) / 1024;
}

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly residentKb: number;
}

/** Nothing for a process that ended while we looked. */
function describe(pid: number): readonly ProcessFacts[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid, parent: numberIn(status, 'PPid'), command, residentKb: numberIn(status, 'VmRSS') }];
  } catch {
    return [];
  }
}

function numberIn(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
