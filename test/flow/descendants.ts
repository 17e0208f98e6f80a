import { readdirSync, readFileSync } from 'node:fs';

/** The commands of all processes below one, as they run now. */
export function commandsBelow(ancestor: number): readonly string[] {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((entry) => processOf(Number(entry))),
    ({ parent }) => parent,
  );
  const below = (pid: number): readonly string[] =>
    (children.get(pid) ?? []).flatMap((child) => [child.command, ...below(child.pid)]);
  return below(ancestor);
}

/** Nothing for a process that ended while we looked. */
function processOf(pid: number): readonly { pid: number; parent: number; command: string }[] {
  try {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    return [];
  }
}
