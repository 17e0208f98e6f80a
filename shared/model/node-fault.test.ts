import { expect, test } from 'vitest';
import { addMs, type Instant } from './instant.ts';
import { addFault, isNodeToBlame, type NodeFault } from './node-fault.ts';

const noon: Instant = '2026-11-21T12:00:00.000Z';

/** Hosts lost, with the minute in which each was. */
const lost = (...hosts: readonly (readonly [host: string, minute: number])[]) =>
  hosts.reduce<readonly NodeFault[]>(
    (faults, [host, minute]) => addFault(faults, host, addMs(noon, minute * 60_000)),
    [],
  );

test.each([
  ['nothing', lost(), 0, false],
  ['eight hosts at once', lost(...Array.from({ length: 8 }, (_, n) => [`h${n}`, 0] as const)), 1, false],
  ['two hosts, an hour apart', lost(['a', 0], ['b', 60]), 2, false],
  ['three hosts, each an hour apart', lost(['a', 0], ['b', 60], ['c', 120]), 3, true],
  ['the same host three times', lost(['a', 0], ['a', 60], ['a', 120]), 3, false],
  [
    'the same host three times, with others',
    lost(['a', 0], ['b', 1], ['a', 60], ['c', 120], ['a', 121]),
    3,
    false,
  ],
])('%s → faults, and whether the node is to blame', (_, faults, count, blamed) => {
  expect(faults).toHaveLength(count);
  expect(isNodeToBlame(faults)).toBe(blamed);
});
