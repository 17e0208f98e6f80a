import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import { suiteName } from '../wire/tls/cipher-suites.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import { messageTypes } from '../wire/tls/flight.ts';
import type { HelloAnswer } from '../wire/tls/hello-exchange.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';
import { parseDhParameters } from './server-key-exchange.ts';

type Data = EvidenceData['tls-hello'];
export type Accepted = Extract<Data['families']['rc4'], { outcome: 'yes' }>['value'];

/** Whether the server speaks the version that was offered: only a ServerHello of that very version says yes. */
export function observeVersion(answer: HelloAnswer, offer: HelloOffer): Observed<Accepted> {
  if (answer.kind !== 'hello') return observeNothing(answer);
  const { version } = answer.hello;
  if (version === undefined) return unknown('garbled');
  return version === offer.version ? yes(acceptedOf(answer, version)) : no;
}

/** Whether the server takes one of the suites offered. A suite that was not offered proves nothing. */
export function observeSuites(answer: HelloAnswer, offer: HelloOffer): Observed<Accepted> {
  if (answer.kind !== 'hello') return observeNothing(answer);
  const { version, cipher } = answer.hello;
  const offered = offer.suites.some(({ code }) => code === cipher);
  return version !== undefined && offered ? yes(acceptedOf(answer, version)) : unknown('garbled');
}

export function observeDhe(answer: HelloAnswer, offer: HelloOffer): Data['dhe'] {
  const suites = observeSuites(answer, offer);
  if (suites.outcome !== 'yes' || answer.kind !== 'hello') return suites.outcome === 'yes' ? no : suites;
  const { messages, alert } = answer.flight;
  const message = messages.find(({ type }) => type === messageTypes.serverKeyExchange);
  if (message === undefined) return unknown(alert === null ? 'closed' : 'blocked');
  try {
    const { prime, primeBits, generator, publicValue } = parseDhParameters(message.body);
    return yes({
      primeBits,
      prime: prime.toString('hex'),
      generator: generator.toString('hex'),
      serverKeyExchange: message.body.toString('hex', 0, 32_768),
      publicValues: [publicValue.toString('hex')],
    });
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return unknown('garbled');
  }
}

function observeNothing(answer: Exclude<HelloAnswer, { kind: 'hello' }>): Observed<never> {
  return answer.kind === 'refused' ? no : unknown(answer.reason);
}

function acceptedOf({ hello, wire }: Extract<HelloAnswer, { kind: 'hello' }>, version: TlsVersion): Accepted {
  return {
    version,
    cipher: hello.cipher,
    cipherName: suiteName(hello.cipher),
    serverHello: wire.toString('hex'),
    confirmedBy: null,
  };
}
