import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { tls13Suites } from '../wire/tls/cipher-suites.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import { suitesOfVersion } from '../wire/tls/client-hello.ts';
import { type Group, groupOf, hybridGroup } from '../wire/tls/groups.ts';
import { selectedGroup } from '../wire/tls/server-hello.ts';
import type { LegacyVersion } from '../wire/tls/versions.ts';
import { ecdheSuites } from './families.ts';
import type { HelloClient } from './hello-client.ts';
import { observeNothing, observeSuites } from './observe.ts';
import { keyExchangeIn, messageIn } from './witness.ts';

type Data = EvidenceData['tls-hello'];
type Taken = Extract<Data['hybridGroup'], { outcome: 'yes' }>['value'];
type Asking = Omit<HelloOffer, 'version' | 'suites' | 'groups'>;

const maxMessageBytes = 32_768;
/** Java's way of saying that no group suits it. */
const unexpectedMessage = 10;

/** TLS 1.3 with groups but no share: the HelloRetryRequest names the group that the server wants. */
export async function askTls13Group(
  client: HelloClient,
  asking: Asking,
  groups: readonly Group[],
): Promise<Observed<Taken>> {
  const offer = {
    ...asking,
    version: 'TLSv1.3' as const,
    suites: tls13Suites,
    groups: groups.map(({ id }) => id),
  };
  const answer = await client.ask(offer);
  if (answer.kind === 'unknown' && answer.alert === unexpectedMessage) return no;
  if (answer.kind !== 'hello') return observeNothing(answer);
  if (answer.hello.version !== 'TLSv1.3') return answer.hello.version === undefined ? unknown('garbled') : no;
  return takenOf(selectedGroup(answer.hello), groups, answer.wire);
}

/** Up to TLS 1.2 with ECDHE alone: the ServerKeyExchange names the curve. */
export async function askLegacyGroup(
  client: HelloClient,
  asking: Asking & { readonly version: LegacyVersion },
  groups: readonly Group[],
): Promise<Observed<Taken>> {
  const usable = new Set(suitesOfVersion(asking.version).map(({ code }) => code));
  const suites = ecdheSuites.filter(({ code }) => usable.has(code));
  const offer = { ...asking, suites, groups: groups.map(({ id }) => id) };
  const answer = await client.ask(offer, 'serverKeyExchange');
  const observed = observeSuites(answer, offer);
  if (observed.outcome !== 'yes' || answer.kind !== 'hello')
    return observed.outcome === 'yes' ? no : observed;
  const message = messageIn(answer.flight, 'serverKeyExchange');
  const parameters = keyExchangeIn(answer);
  if (message === undefined || parameters?.kind !== 'ecdh') return unknown('garbled');
  return takenOf(parameters.group, groups, message.subarray(0, maxMessageBytes));
}

/** Whether a server of TLS 1.3 takes the hybrid group when nothing else is offered. */
export function observeHybridGroup(client: HelloClient, asking: Asking): Promise<Data['hybridGroup']> {
  return askTls13Group(client, asking, [hybridGroup]);
}

/** Every group that is taken, by elimination. `no`: not a single one. */
export async function listGroups(
  candidates: readonly Group[],
  ask: (groups: readonly Group[]) => Promise<Observed<Taken>>,
): Promise<Data['weakCurves']> {
  const taken: Taken[] = [];
  for (;;) {
    const left = candidates.filter(({ id }) => !taken.some((group) => group.id === id));
    const seen = left.length === 0 ? no : await ask(left);
    if (seen.outcome === 'yes') taken.push(seen.value);
    else if (taken.length > 0) {
      return yes({ groups: taken, extent: seen.outcome === 'no' ? 'complete' : 'partial' });
    } else return seen;
  }
}

/** A group that was not offered is no answer. */
function takenOf(id: string | undefined, offered: readonly Group[], answer: Buffer): Observed<Taken> {
  if (id === undefined || !offered.some((group) => group.id === id)) return unknown('garbled');
  return yes({ ...groupOf(id), answer: answer.toString('hex') });
}
