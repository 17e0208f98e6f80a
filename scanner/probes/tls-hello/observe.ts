import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { suiteName } from '../wire/tls/cipher-suites.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import type { HelloAnswer } from '../wire/tls/hello-exchange.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';

type Data = EvidenceData['tls-hello'];
export type Accepted = Extract<Data['families']['rc4'], { outcome: 'yes' }>['value'];
export type Greeting = Extract<HelloAnswer, { kind: 'hello' }>;

/** An answer with the hello that got it, so that it can be asked again. */
export interface Seen {
  readonly offer: HelloOffer;
  readonly answer: HelloAnswer;
  readonly observed: Observed<Accepted>;
  /** When the answer came, for a second look in a later second. */
  readonly epochMs: number;
}

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
  return version !== undefined && wasOffered(cipher, offer)
    ? yes(acceptedOf(answer, version))
    : unknown('garbled');
}

export function wasOffered(cipher: string, { suites }: HelloOffer): boolean {
  return suites.some(({ code }) => code === cipher);
}

export function observeNothing(answer: Exclude<HelloAnswer, { kind: 'hello' }>): Observed<never> {
  return answer.kind === 'refused' ? no : unknown(answer.reason);
}

function acceptedOf(greeting: Greeting, version: TlsVersion): Accepted {
  return { version, ...choiceOf(greeting), confirmedBy: null };
}

/** What the evidence keeps of any ServerHello. */
export function choiceOf({ hello, wire }: Greeting): Pick<Accepted, 'cipher' | 'cipherName' | 'serverHello'> {
  return { cipher: hello.cipher, cipherName: suiteName(hello.cipher), serverHello: wire.toString('hex') };
}
