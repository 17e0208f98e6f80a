import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { u16 } from '../wire/tls/bytes.ts';
import { versionNumbers } from '../wire/tls/versions.ts';
import type { Connections } from './connections.ts';
import { RawHandshake } from './raw-handshake.ts';

type Found = EvidenceData['tls-behaviour']['ccsInjection'];

/** A server that objects does so at once; one that has taken the first message says nothing. */
const objectionMs = 1500;
/** bad_record_mac and decryption_failed: it decrypted with keys that nobody has agreed on. */
const decrypted = new Set([20, 21]);

/** CVE-2014-0224: ChangeCipherSpec before the key exchange, then once more. @throws ProbeError | GuardError | NoStarttlsError */
export async function observeCcsInjection(connections: Connections): Promise<Found> {
  using handshake = await RawHandshake.begin(connections);
  const { answer } = handshake;
  if (answer.kind !== 'hello') return answer.kind === 'refused' ? no : unknown(answer.reason);
  const version = u16(versionNumbers[answer.hello.version ?? 'TLSv1.2']);
  const changeCipherSpec = Buffer.concat([Buffer.from([20]), version, Buffer.from([0, 1, 1])]);
  handshake.send(changeCipherSpec);
  const first = await handshake.reaction(objectionMs);
  if (first.kind === 'alert') return decrypted.has(first.alert) ? unknown('garbled') : no;
  if (first.kind !== 'timeout') return unknown(first.kind === 'record' ? 'garbled' : first.kind);
  handshake.send(changeCipherSpec);
  const second = await handshake.reaction(connections.answerMs);
  if (second.kind !== 'alert') return unknown(second.kind === 'record' ? 'garbled' : second.kind);
  if (!decrypted.has(second.alert)) return no;
  const serverHello = answer.wire.toString('hex');
  return yes({ serverHello, answer: second.wire.toString('hex'), alert: second.alert });
}
