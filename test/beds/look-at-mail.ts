import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import type { Guard } from '../../scanner/guard/guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { certificateProbe } from '../../scanner/probes/certificate/probe.ts';
import type { HostView, Probe } from '../../scanner/probes/probe.ts';
import { smtpDialogProbe } from '../../scanner/probes/smtp-dialog/probe.ts';
import { tlsBehaviourProbe } from '../../scanner/probes/tls-behaviour/probe.ts';
import { tlsHelloProbe } from '../../scanner/probes/tls-hello/probe.ts';
import { hostView, openPort } from '../../scanner/probes/wire/order.fixture.ts';

export interface MailLook {
  readonly seconds: number;
  readonly connections: number;
  readonly mostAtOnce: number;
  readonly dialog: EvidenceData['smtp-dialog'];
}

const others: readonly Probe[] = [tlsHelloProbe, tlsBehaviourProbe, certificateProbe];

/** Everything that is asked of a mail server on port 25, at the limits that a booking begins with. */
export async function lookAtMail(address: string, name: string): Promise<MailLook> {
  const order = buildOrder({
    target: { kind: 'host', address, names: [name], zones: [] },
    limits: {
      packetsPerSecond: 100,
      requestsPerSecond: 2,
      connectionsPerSecond: 20,
      concurrentConnections: 2,
    },
  });
  await using guard = createGuard({ order });
  const counted = counting(guard);
  const view = hostView(order, [openPort(25, 'smtp')]);
  const startedAt = performance.now();
  const [dialog] = await Promise.all([
    gather(smtpDialogProbe, counted.guard, view),
    ...others.map((probe) => gather(probe, counted.guard, view)),
  ]);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    connections: counted.connections(),
    mostAtOnce: counted.mostAtOnce(),
    dialog,
  };
}

async function gather<P extends Probe>(
  probe: P,
  guard: Guard,
  view: HostView,
): Promise<Awaited<ReturnType<P['gather']>>> {
  const [place] = probe.places(view);
  if (place === undefined) throw new RangeError(`${probe.kind} has no place on port 25`);
  return (await probe.gather(place, guard, view)) as Awaited<ReturnType<P['gather']>>;
}

/** The same guard, with its connections counted. */
function counting(guard: Guard) {
  let [connections, open, mostAtOnce] = [0, 0, 0];
  async function count<S extends { once(event: 'close', then: () => void): unknown }>(
    connecting: Promise<S>,
  ): Promise<S> {
    connections++;
    const socket = await connecting;
    mostAtOnce = Math.max(mostAtOnce, ++open);
    socket.once('close', () => open--);
    return socket;
  }
  const counted: Guard = {
    order: guard.order,
    signal: guard.signal,
    connectTcp: (place, options) => count(guard.connectTcp(place, options)),
    connectTls: (place, options) => count(guard.connectTls(place, options)),
    upgradeTls: (socket, options) => guard.upgradeTls(socket, options),
    exchangeUdp: (place, datagram, options) => guard.exchangeUdp(place, datagram, options),
    turnForRequest: () => guard.turnForRequest(),
    nmap: (args, timeoutMs) => guard.nmap(args, timeoutMs),
    load: () => guard.load(),
  };
  return { guard: counted, connections: () => connections, mostAtOnce: () => mostAtOnce };
}
