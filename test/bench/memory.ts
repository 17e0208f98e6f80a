import { numberIn, processesBelow, type RunningProcess, readProc } from '../run/processes.ts';

export interface ServiceMemory {
  /** Resident: portal, scheduler and scanner, each with the pages of the runtime that they share. */
  readonly residentMb: number;
  /** Proportional: the same and the scheduler's workers, every shared page counted once. */
  readonly proportionalMb: number;
}

const ours = /(portal|scheduler|scanner)\/main\.ts/;
const oursWithWorkers = /(portal|scheduler|scanner)\/(main|jobs\/[\w-]+)\.ts/;

/** Memory of the service's processes below one; nmap is not ours. */
export function serviceMemory(ancestor: number): ServiceMemory {
  const processes = processesBelow(ancestor);
  return {
    residentMb: totalMb(processes, ours, 'status', 'VmRSS'),
    proportionalMb: totalMb(processes, oursWithWorkers, 'smaps_rollup', 'Pss'),
  };
}

function totalMb(processes: readonly RunningProcess[], which: RegExp, file: string, field: string): number {
  const chosen = processes.filter(({ command }) => which.test(command));
  return chosen.reduce((total, { pid }) => total + numberIn(readProc(`${pid}/${file}`), field), 0) / 1024;
}
