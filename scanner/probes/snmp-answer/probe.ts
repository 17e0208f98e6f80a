import { randomInt } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, type Place, ProbeError } from '../../guard/guard.ts';
import type { Probe } from '../probe.ts';
import { encodeGet, isResponseTo, readResponse, type SnmpVersion } from './message.ts';

type SnmpAnswer = EvidenceData['snmp-answer'];

const snmpPort = 161;
const triesMs: readonly number[] = [3000, 3000];

/**
 * Whether an SNMP agent serves the community `public`: one object, read. net-snmp is not used, because it opens its
 * own sockets and would not pass the guard.
 */
export const snmpAnswerProbe: Probe<'snmp-answer'> = {
  kind: 'snmp-answer',
  worstCaseMs: 7_000,
  places: ({ order, ports }) => {
    if (order.target.kind !== 'host') return [];
    const { address } = order.target;
    const heard = (ports?.ports ?? [])
      .filter(({ transport, state, service }) => {
        return transport === 'udp' && state === 'open' && service?.name === 'snmp';
      })
      .map(({ port }) => port);
    return [...new Set([snmpPort, ...heard])]
      .filter((port) => order.udpPorts.includes(port))
      .map((port) => ({ host: address, name: null, port, transport: 'udp' }));
  },
  gather: async ({ host, port }, guard) => {
    if (port === null) return { v1: unknown('not-attempted'), v2c: unknown('not-attempted') };
    return await askBoth(guard, { address: host, port }, triesMs);
  },
};

export async function askBoth(guard: Guard, place: Place, tries: readonly number[]): Promise<SnmpAnswer> {
  const [v1, v2c] = await Promise.all([
    askVersion(guard, place, 'v1', tries),
    askVersion(guard, place, 'v2c', tries),
  ]);
  return { v1, v2c };
}

async function askVersion(
  guard: Guard,
  place: Place,
  version: SnmpVersion,
  tries: readonly number[],
): Promise<SnmpAnswer['v1']> {
  try {
    for (const timeoutMs of tries) {
      const requestId = randomInt(1, 0x7fff_ffff);
      const accept = (answer: Buffer) => isResponseTo(version, requestId, answer);
      const response = await guard.exchangeUdp(place, encodeGet(version, requestId), { timeoutMs, accept });
      if (response !== undefined) return observe(response);
    }
    return unknown('timeout');
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'refused' ? no : unknown(error.reason);
  }
}

function observe(datagram: Buffer): SnmpAnswer['v1'] {
  const reading = readResponse(datagram);
  switch (reading.state) {
    case 'answered': {
      const response = datagram.subarray(0, limits.hex / 2).toString('hex');
      return yes({ sysDescr: reading.sysDescr, community: 'public', response });
    }
    case 'denied':
      return no;
    case 'garbled':
      return unknown('garbled');
  }
}
