import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { parseInstant } from '@enkaku/shared/model/instant.ts';
import type { Load } from '@enkaku/shared/model/load.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { portsOf } from '../probes/ports/port-list.ts';
import { Brake } from './brake.ts';
import type { Network } from './deny-list.ts';
import { type Guard, GuardError, type NmapRun, type Place, type TcpOptions } from './guard.ts';
import { LiveSockets } from './live-sockets.ts';
import { Meter } from './meter.ts';
import { readWish } from './nmap/arguments.ts';
import { packetsOfRun } from './nmap/packets.ts';
import { rateOf, runNmap } from './nmap/run.ts';
import { Pace } from './pace.ts';
import { Pulse } from './pulse.ts';
import { createScope } from './scope.ts';
import { Slots } from './slots.ts';
import { GuardStop, type StopReason } from './stop.ts';
import { defaultTimeoutMs, dialTcp } from './tcp.ts';
import { TimeWindow } from './time-window.ts';
import { startTls } from './tls.ts';
import { askUdp } from './udp.ts';

/** A connection with a short dialogue: three to open, one or two each way, two to close. */
const packetsPerConnection = 8;
const packetsPerHandshake = 4;
/** A fifth of the rate is kept back for the acknowledgements of longer answers. */
const packetShare = 0.8;

export interface GuardSettings {
  /** Opened: its signature holds. */
  readonly order: Order;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly deny?: readonly Network[];
  readonly nmapPath?: string;
  /** Names the node in nmap's own HTTP requests. */
  readonly userAgent?: string;
}

export interface OpenGuard extends Guard, AsyncDisposable {
  /** Ends everything at once, for good; the first reason stays. */
  stop(why: StopReason): void;
  readonly stopped: StopReason | null;
  /** Response time of the target before or after the diagnosis. */
  measure(phase: 'before' | 'after'): Promise<void>;
}

/** @throws GuardError for an order that can never be carried out */
export function createGuard(settings: GuardSettings): OpenGuard {
  const { order } = settings;
  const now = settings.now ?? Date.now;
  const controller = new AbortController();
  const { signal } = controller;
  const scope = createScope(order, settings.deny ?? []);
  const window = new TimeWindow(windowOf(order), now);
  const live = new LiveSockets();
  const meter = new Meter(now);
  const pulse = new Pulse();
  const brake = new Brake(now);
  const slots = new Slots(order.limits.concurrentConnections);
  const packetRate = () => order.limits.packetsPerSecond * packetShare * brake.factor;
  const packets = new Pace(packetRate, now, signal);
  const connections = new Pace(() => order.limits.connectionsPerSecond * brake.factor, now, signal);
  const requests = new Pace(() => order.limits.requestsPerSecond * brake.factor, now, signal);
  order.trustAnchors.forEach(readCertificate);

  const stop = (why: StopReason) => {
    if (signal.aborted) return;
    const reason = new GuardStop(why);
    controller.abort(reason);
    live.destroyAll(reason);
  };
  window.watch(() => stop('window-closed'), signal);

  /** Every way out begins here, and asks again when its turn has come. */
  const checkTime = () => {
    signal.throwIfAborted();
    window.check();
  };
  const feel = () => {
    const health = pulse.latency.health();
    brake.feel(health);
    if (health === 'suffering') stop('target-suffering');
  };
  /** The packets that a longer exchange took beyond its estimate. */
  const settleAccount = (spent: number) => {
    const more = Math.max(0, spent - packetsPerConnection);
    if (more === 0) return;
    meter.count(more);
    packets.charge(more);
  };

  const open = async (place: Place, timeoutMs: number, phase: 'before' | 'during' | 'after') => {
    const address = scope.tcp(place);
    checkTime();
    const release = await slots.take(signal);
    try {
      await connections.turn();
      await packets.turn(packetsPerConnection);
      checkTime();
      meter.count(packetsPerConnection);
      const opened = (socket: Socket) => {
        live.add(socket, settleAccount);
        socket.once('close', release);
      };
      const dial = () => dialTcp(address, place.port, timeoutMs, opened);
      const isTarget = order.target.kind === 'host' && address !== order.resolver?.address;
      const socket = await (isTarget ? pulse.timed(place.port, dial, phase) : dial());
      signal.throwIfAborted();
      return socket;
    } catch (error) {
      release();
      throw signal.aborted ? signal.reason : error;
    } finally {
      feel();
    }
  };

  const connectTcp = (place: Place, options: TcpOptions = {}) =>
    open(place, options.timeoutMs ?? defaultTimeoutMs, 'during');

  const upgradeTls: Guard['upgradeTls'] = async (socket, options = {}) => {
    if (!live.has(socket)) throw new GuardError('not-permitted', 'not a connection of this guard');
    await packets.turn(packetsPerHandshake);
    checkTime();
    meter.count(packetsPerHandshake);
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    try {
      return await startTls(socket, options, order.trustAnchors, timeoutMs, (secure) => live.add(secure));
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };

  const touch = async (port: number, timeoutMs: number, phase: 'before' | 'after') => {
    if (order.target.kind !== 'host') return;
    const socket = await open({ address: order.target.address, port }, timeoutMs, phase);
    socket.destroy();
  };

  return {
    order,
    signal,
    connectTcp,
    upgradeTls,
    connectTls: async (place, options = {}) => upgradeTls(await connectTcp(place, options), options),

    exchangeUdp: async (place, datagram, options) => {
      const address = scope.udp(place);
      checkTime();
      await packets.turn();
      checkTime();
      meter.count(1);
      return askUdp(address, place.port, datagram, { ...options, signal });
    },

    turnForRequest: async () => {
      checkTime();
      await requests.turn();
      checkTime();
      meter.requests++;
    },

    nmap: async (args, timeoutMs): Promise<NmapRun> => {
      const wish = readWish(args);
      const address = scope.scan(wish.ports);
      checkTime();
      return packets.exclusive(async () => {
        checkTime();
        const options = {
          nmapPath: settings.nmapPath ?? 'nmap',
          timeoutMs: Math.min(timeoutMs, window.leftMs()),
          packetsPerSecond: packetRate(),
          limits: order.limits,
          userAgent: settings.userAgent ?? 'Enkaku',
          signal,
        };
        const run = await runNmap(address, wish, options);
        meter.countRun(packetsOfRun(wish, run.xml), rateOf(wish, options));
        return run;
      });
    },

    measure: async (phase) => {
      if (order.target.kind === 'host') await pulse.measure(phase, portsOf(order.ports), touch);
    },

    load: (): Load => ({
      packets: meter.packets,
      requests: meter.requests,
      maxPerSecond: meter.maxPerSecond,
      targetLatency: pulse.latency.summary(),
    }),

    stop,
    get stopped() {
      return signal.reason instanceof GuardStop ? signal.reason.why : null;
    },
    [Symbol.asyncDispose]: async () => stop('stopped'),
  };
}

function windowOf({ window }: Order): Window {
  return { opensAt: parseInstant(window.opensAt), closesAt: parseInstant(window.closesAt) };
}

function readCertificate(pem: string): void {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw new GuardError('not-permitted', `a trust anchor of the order is no certificate: ${cause}`);
  }
}
