import { processesBelow, readProc } from '../../run/processes.ts';

/** Linux: USER_HZ is 100 on every architecture that Node runs on. */
const ticksPerSecond = 100;
const fields = { utime: 13, cstime: 16 } as const;
const scanner = /scanner\/main\.ts/;

/** Seconds of processor time that the scanner below a process and the nmaps it has waited for took so far. */
export function nodeCpuSeconds(ancestor: number): number {
  const times = processesBelow(ancestor)
    .filter(({ command }) => scanner.test(command))
    .map(({ pid }) => {
      const stat = readProc(`${pid}/stat`);
      const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Field numbers of proc(5) count the pid and the name, which were cut off.
      return after.slice(fields.utime - 2, fields.cstime - 1).reduce((sum, ticks) => sum + Number(ticks), 0);
    });
  return Math.max(0, ...times) / ticksPerSecond;
}
