import type { Socket } from 'node:net';
import { type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, GuardError, type Place, ProbeError } from '../../guard/guard.ts';
import type { Probe } from '../probe.ts';

const longestBytes = 1024;
const connectTimeoutMs = 5000;
const firstByteMs = 8000;
/** After the first bytes: a greeting may come in several pieces. */
const quietMs = 700;

const greetingPorts = [21, 23, 2323];
const greetingServices = ['ftp', 'telnet'];

type Greeting = Observed<{ bytes: string; text: string }>;

/** What FTP and telnet servers say by themselves. Nothing is sent, not even an answer to telnet's negotiation. */
export const bannerProbe: Probe<'banner'> = {
  kind: 'banner',
  worstCaseMs: connectTimeoutMs + firstByteMs + 5000,

  places({ order, ports }) {
    if (order.target.kind !== 'host') return [];
    const { address } = order.target;
    return (ports?.ports ?? [])
      .filter(({ transport, state }) => transport === 'tcp' && state === 'open')
      .filter(({ service }) => service?.tunnel !== 'ssl')
      .filter(
        ({ port, service }) => greetingPorts.includes(port) || greetingServices.includes(service?.name ?? ''),
      )
      .map(({ port }) => ({ host: address, name: null, port, transport: 'tcp' as const }));
  },

  async gather({ host, port }, guard) {
    if (port === null) throw new GuardError('out-of-scope', 'a greeting has a port');
    return { greeting: await listenTo({ address: host, port }, guard) };
  },
};

async function listenTo(place: Place, guard: Guard): Promise<Greeting> {
  try {
    const socket = await guard.connectTcp(place, { timeoutMs: connectTimeoutMs });
    return await readGreeting(socket);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    // The port was open a moment ago: a refusal now is somebody in between.
    return unknown(error.reason === 'refused' ? 'blocked' : error.reason);
  }
}

function readGreeting(socket: Socket): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const settle = (silence: Greeting) => {
      clearTimeout(timer);
      clearTimeout(deadline);
      socket.destroy();
      resolve(bytes.length > 0 ? toGreeting(bytes) : silence);
    };
    const deadline = setTimeout(() => settle(unknown('timeout')), firstByteMs + 3000);
    let timer = setTimeout(() => settle(unknown('timeout')), firstByteMs);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]).subarray(0, longestBytes);
      clearTimeout(timer);
      timer = setTimeout(() => settle(unknown('timeout')), quietMs);
      if (bytes.length === longestBytes) settle(unknown('garbled'));
    });
    socket.once('end', () => settle(unknown('closed')));
    socket.once('close', () => settle(unknown('closed')));
    socket.once('error', (error) => {
      if (error instanceof GuardError) {
        clearTimeout(timer);
        clearTimeout(deadline);
        reject(error);
      } else if (error instanceof ProbeError && error.reason !== 'refused') settle(unknown(error.reason));
      else settle(unknown('reset'));
    });
    socket.setTimeout(0);
  });
}

function toGreeting(bytes: Buffer): Greeting {
  const text = bytes.toString('utf8').replaceAll('\0', '\uFFFD');
  return yes({ bytes: bytes.toString('hex'), text });
}
