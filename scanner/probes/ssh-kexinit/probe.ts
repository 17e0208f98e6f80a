import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, type UnknownReason, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, type Place, ProbeError } from '../../guard/guard.ts';
import { version } from '../../version.ts';
import type { Probe } from '../probe.ts';
import { type Reading, readBytes } from '../read-bytes.ts';
import { readIdentification, speaksVersion2 } from './identification.ts';
import { type Kexinit, readKexinit } from './kexinit.ts';

type SshKexinit = EvidenceData['ssh-kexinit'];

const identification = `SSH-2.0-Enkaku_${version}\r\n`;
const usualPorts: readonly number[] = [22, 2222];
const maxBytes = 128 * 1024;
const waitMs = 10_000;

/**
 * The identification and the algorithms an SSH server offers, on one connection. Both sides send them before anything
 * is agreed on: no key exchange, no user name, no login.
 */
export const sshKexinitProbe: Probe<'ssh-kexinit'> = {
  kind: 'ssh-kexinit',
  worstCaseMs: 2 * waitMs + 1000,
  places: ({ order, ports }) => {
    if (order.target.kind !== 'host') return [];
    const { address } = order.target;
    return (ports?.ports ?? [])
      .filter(({ transport, state }) => transport === 'tcp' && state === 'open')
      .filter(({ port, service }) => service?.name === 'ssh' || usualPorts.includes(port))
      .map(({ port }) => ({ host: address, name: null, port, transport: 'tcp' }));
  },
  gather: async ({ host, port }, guard) =>
    port === null ? failed('not-attempted') : await converse(guard, { address: host, port }, waitMs),
};

/** @param timeoutMs to connect, and again to read */
export async function converse(guard: Guard, place: Place, timeoutMs: number): Promise<SshKexinit> {
  try {
    const socket = await guard.connectTcp(place, { timeoutMs });
    socket.write(identification);
    return judge(await readBytes(socket, { maxBytes, deadlineMs: timeoutMs, until: isOver }));
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'refused' ? { banner: no, kexinit: no } : failed(error.reason);
  }
}

function isOver(stream: Buffer): boolean {
  const found = readIdentification(stream);
  if (found.state !== 'found') return found.state === 'not-ssh';
  return !speaksVersion2(found.text) || readKexinit(stream.subarray(found.next)).state !== 'more';
}

function judge({ bytes, end }: Reading): SshKexinit {
  const reason = end === 'done' || end === 'full' ? 'garbled' : end;
  const found = readIdentification(bytes);
  if (found.state === 'not-ssh') return failed('garbled');
  if (found.state === 'more') return failed(reason);
  const kexinit: Observed<Kexinit> = speaksVersion2(found.text)
    ? observe(bytes.subarray(found.next), reason)
    : no;
  return { banner: yes(found.text), kexinit };
}

function observe(packets: Buffer, reason: UnknownReason): Observed<Kexinit> {
  const reading = readKexinit(packets);
  switch (reading.state) {
    case 'found':
      return yes(reading.kexinit);
    case 'more':
      return unknown(reason);
    case 'disconnected':
      return unknown('closed');
    case 'garbled':
      return unknown('garbled');
  }
}

function failed(reason: UnknownReason): SshKexinit {
  return { banner: unknown(reason), kexinit: unknown(reason) };
}
