import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { unknown, yes } from '@enkaku/shared/model/observed.ts';
import type { CipherSuite } from '../wire/tls/cipher-suites.ts';
import type { HelloClient } from './hello-client.ts';
import { choiceOf, observeNothing, observeSuites, type Seen } from './observe.ts';

/**
 * The suites of a hello that was answered, offered once more from the last to the first. ChaCha20 keeps away from the
 * first place: a server may move it up for clients without AES in hardware (RFC 7905 §1) and still have its own order.
 */
export async function observeOrder(
  client: HelloClient,
  { offer, answer: forward }: Seen,
): Promise<EvidenceData['tls-hello']['order']> {
  if (forward.kind !== 'hello') return unknown('not-attempted');
  const backwards = { ...offer, suites: reversed(offer.suites) };
  const answer = await client.ask(backwards);
  if (answer.kind !== 'hello') return answer.kind === 'refused' ? unknown('garbled') : observeNothing(answer);
  const observed = observeSuites(answer, backwards);
  if (observed.outcome !== 'yes' || answer.hello.version !== forward.hello.version) return unknown('garbled');
  return yes({
    version: observed.value.version,
    offered: offer.suites.map(({ code }) => code),
    forward: choiceOf(forward),
    reversed: choiceOf(answer),
  });
}

function reversed(suites: readonly CipherSuite[]): readonly CipherSuite[] {
  const backwards = suites.toReversed();
  const isChaCha = ({ name }: CipherSuite) => name.includes('CHACHA20');
  const others = backwards.filter((suite) => !isChaCha(suite));
  const middle = others.length >> 1;
  return [...others.slice(0, middle), ...backwards.filter(isChaCha), ...others.slice(middle)];
}
