import { addMs, type Instant } from './instant.ts';

/** A node fell silent or failed, once: with all the hosts that it lost by it. */
export interface NodeFault {
  readonly at: Instant;
  readonly hosts: readonly string[];
}

/** Hosts that are lost within so much time are lost by one fault: a node that ends loses all it was at. */
const oneFaultMs = 2 * 60_000;
const mostFaults = 3;

/** @param faults since the node last brought something home, in order */
export function addFault(faults: readonly NodeFault[], host: string, at: Instant): readonly NodeFault[] {
  const last = faults.at(-1);
  if (last === undefined || addMs(last.at, oneFaultMs) <= at) return [...faults, { at, hosts: [host] }];
  return [...faults.slice(0, -1), { at: last.at, hosts: [...new Set([...last.hosts, host])] }];
}

/** So many faults in a row, and no single host had a part in all of them: that one would be to blame. */
export function isNodeToBlame(faults: readonly NodeFault[]): boolean {
  const [first, ...others] = faults;
  if (first === undefined || faults.length < mostFaults) return false;
  return !first.hosts.some((host) => others.every(({ hosts }) => hosts.includes(host)));
}
