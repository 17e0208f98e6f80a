import type { Order } from '@enkaku/shared/protocol/order.ts';
import { defaultPorts } from './default-ports.ts';

const highest = 65_535;

/** The TCP ports of an order, ascending, each once. @throws RangeError for numbers that are no ports */
export function portsOf(wanted: Order['ports']): readonly number[] {
  if (wanted === 'default') return [...defaultPorts].sort((a, b) => a - b);
  if (wanted === 'all') return Array.from({ length: highest }, (_, index) => index + 1);
  return wanted === '' ? [] : parsePortList(wanted);
}

/** `22,80,8000-8100` → the ports. @throws RangeError */
export function parsePortList(text: string): readonly number[] {
  const ports = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part)?.slice(1) ?? [];
    const [from, to] = [Number(first), Number(last ?? first)];
    if (first === undefined || from < 1 || to > highest || from > to) {
      throw new RangeError(`not a list of ports: ${part.slice(0, 40)}`);
    }
    for (let port = from; port <= to; port++) ports.add(port);
  }
  return [...ports].sort((a, b) => a - b);
}

/** Ascending ports → `22,80,8000-8100`. */
export function formatPortList(ports: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const port of ports) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === port - 1) range[1] = port;
    else ranges.push([port, port]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
