import { X509Certificate } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { suitesOf } from '../tls-hello/families.ts';
import { leafIn } from '../tls-hello/witness.ts';
import { versionNumbers } from '../wire/tls/versions.ts';
import type { Connections } from './connections.ts';
import { RawHandshake, type Reaction } from './raw-handshake.ts';
import { clientFlight, type Padding, paddings } from './robot-messages.ts';

type Found = EvidenceData['tls-behaviour']['robot'];

const rounds = 2;
const reactionMs = 3000;
const staticRsa = suitesOf('static-rsa');

/**
 * ROBOT: whether a server tells badly padded premaster secrets apart by an alert or by how it ends the connection.
 * Times are not compared: over a network they prove nothing. @throws ProbeError | GuardError | NoStarttlsError
 */
export async function observeRobot(connections: Connections): Promise<Found> {
  const reactions = new Map<Padding, string[]>(paddings.map((padding) => [padding, []]));
  for (let round = 0; round < rounds; round++) {
    for (const padding of paddings) {
      const reaction = await tryPadding(connections, padding);
      if (typeof reaction !== 'string') return reaction;
      reactions.get(padding)?.push(reaction);
    }
  }
  const all = [...reactions].map(([padding, seen]) => ({ padding, reactions: seen }));
  const kinds = new Set(all.flatMap(({ reactions: seen }) => seen));
  if (kinds.size === 1) return no;
  const isSteady = all.every(({ reactions: seen }) => new Set(seen).size === 1);
  return isSteady ? yes({ reactions: all }) : unknown('garbled');
}

/** How the server reacted, or why the question ends here. */
async function tryPadding(connections: Connections, padding: Padding): Promise<string | Found> {
  using handshake = await RawHandshake.begin(connections, { suites: staticRsa });
  const { answer } = handshake;
  if (answer.kind !== 'hello') return answer.kind === 'refused' ? no : unknown(answer.reason);
  const leaf = leafIn(answer);
  if (leaf.outcome !== 'yes') return unknown('garbled');
  const version = versionNumbers[answer.hello.version ?? 'TLSv1.2'];
  const flight = flightFor(padding, leaf.value.certificate, version);
  if (flight === undefined) return unknown('garbled');
  handshake.send(flight);
  return described(await handshake.reaction(reactionMs));
}

function flightFor(padding: Padding, certificate: string, version: number): Buffer | undefined {
  try {
    return clientFlight(padding, new X509Certificate(Buffer.from(certificate, 'hex')), version);
  } catch {
    return undefined; // a certificate that the runtime cannot read
  }
}

function described(reaction: Reaction): string {
  return reaction.kind === 'alert' ? `alert ${reaction.alert}` : reaction.kind;
}
