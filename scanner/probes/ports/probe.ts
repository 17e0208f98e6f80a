import { parseAddress } from '@enkaku/shared/model/address.ts';
import { answersForAll } from '@enkaku/shared/model/middlebox.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { GuardError } from '../../guard/guard.ts';
import type { Probe } from '../probe.ts';
import { defaultPorts } from './default-ports.ts';
import { discover, firstRunLimitMs } from './discover.ts';
import { identify } from './identify.ts';
import { mergeStages } from './merge-stages.ts';
import { portsOf } from './port-list.ts';
import { recognise } from './recognise.ts';

/** What must fit into the window for this order's ports to be looked at; `gather` cuts the rest to what is left. */
export function portsWorstCaseMs(order: Order): number {
  return firstRunLimitMs(order, portsOf(order.ports).length);
}

/**
 * Open TCP ports by nmap, and what answers there: the usual services by their own greetings, which takes a moment,
 * the others by nmap's version probes, which take half a minute. UDP has probes of its own: nmap's silence says nothing.
 */
export const portsProbe: Probe<'ports'> = {
  kind: 'ports',
  worstCaseMs: 20_000 + defaultPorts.length * 200,

  places({ order }) {
    if (order.target.kind !== 'host' || order.ports === '') return [];
    return [{ host: order.target.address, name: null, port: null, transport: 'tcp' }];
  },

  async gather(endpoint, guard) {
    const address = parseAddress(endpoint.host);
    if (address === undefined) throw new GuardError('out-of-scope', 'not an address');
    const requested = portsOf(guard.order.ports);
    const discovery = await discover(guard, requested);
    const found = discovery.runs
      .flatMap((run) => run.report.hosts.filter((host) => host.address === address))
      .flatMap((host) => host.ports.filter((port) => port.state === 'open').map((port) => port.port));
    const open = [...new Set(found)];
    if (answersForAll(open, (port) => requested.includes(port), requested.length)) {
      const nobody = { runs: [], left: open, interrupted: false };
      return mergeStages(address, requested, discovery, new Map(), nobody);
    }
    const recognised = await recognise(guard, address, open);
    const unnamed = open.filter((port) => !recognised.has(port));
    const identification = await identify(guard, discovery.scan, unnamed);
    return mergeStages(address, requested, discovery, recognised, identification);
  },
};
