import { readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

/** All processes below one, as they run now. Linux. */
export function processesBelow(ancestor: number): readonly RunningProcess[] {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => ({
        pid: Number(entry),
        parent: numberIn(readProc(`${entry}/status`), 'PPid'),
        command: readProc(`${entry}/cmdline`).replaceAll('\0', ' '),
      })),
    ({ parent }) => parent,
  );
  const below = (pid: number): readonly RunningProcess[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child.pid)]);
  return below(ancestor);
}

/** A file of /proc; empty for a process that ended while we looked. */
export function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The number behind `FIELD:`; 0 where there is none. */
export function numberIn(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}
