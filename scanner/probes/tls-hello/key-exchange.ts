import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import type { CipherSuite } from '../wire/tls/cipher-suites.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import { signatureSchemeOf } from '../wire/tls/server-key-exchange.ts';
import { brokenSchemeName, brokenSchemes } from '../wire/tls/signature-schemes.ts';
import { ecdheSuites, suitesOf } from './families.ts';
import type { HelloClient } from './hello-client.ts';
import { choiceOf, observeSuites } from './observe.ts';
import { keyExchangeIn, messageIn } from './witness.ts';

type Data = EvidenceData['tls-hello'];
type Dhe = Extract<Data['dhe'], { outcome: 'yes' }>['value'];

/** Three public values tell whether one is used again. */
const samples = 3;
const maxMessageBytes = 32_768;

/** The parameters of ephemeral DH for these suites, met several times. `no`: the server refuses it. */
export async function observeDhe(client: HelloClient, offer: HelloOffer): Promise<Data['dhe']> {
  const first = await observeOnce(client, offer);
  if (first.outcome !== 'yes') return first;
  const again = await Promise.all(Array.from({ length: samples - 1 }, () => observeOnce(client, offer)));
  const publicValues = [first, ...again].flatMap((seen) =>
    seen.outcome === 'yes' && seen.value.prime === first.value.prime ? seen.value.publicValues : [],
  );
  return yes({ ...first.value, publicValues });
}

async function observeOnce(client: HelloClient, offer: HelloOffer): Promise<Observed<Dhe>> {
  const answer = await client.ask(offer, 'serverKeyExchange');
  const suites = observeSuites(answer, offer);
  if (suites.outcome !== 'yes' || answer.kind !== 'hello') return suites.outcome === 'yes' ? no : suites;
  const message = messageIn(answer.flight, 'serverKeyExchange');
  if (message === undefined) return unknown(answer.flight.alert === null ? 'closed' : 'blocked');
  const parameters = keyExchangeIn(answer);
  if (parameters?.kind !== 'dh') return unknown('garbled');
  return yes({
    primeBits: parameters.primeBits,
    prime: parameters.prime.toString('hex'),
    generator: parameters.generator.toString('hex'),
    serverKeyExchange: message.toString('hex', 0, maxMessageBytes),
    publicValues: [parameters.publicValue.toString('hex')],
  });
}

const signedSuites: readonly CipherSuite[] = [...ecdheSuites, ...suitesOf('dhe')];

/** A TLS 1.2 hello that takes nothing but SHA-1 and MD5. Suites without a signature of the handshake are not offered. */
export async function observeWeakSignature(
  client: HelloClient,
  offer: Omit<HelloOffer, 'version' | 'suites'>,
): Promise<Data['weakSignature']> {
  const hello = { ...offer, version: 'TLSv1.2' as const, suites: signedSuites, schemes: brokenSchemes };
  const answer = await client.ask(hello, 'serverKeyExchange');
  const suites = observeSuites(answer, hello);
  if (suites.outcome !== 'yes' || answer.kind !== 'hello') return suites.outcome === 'yes' ? no : suites;
  if (answer.hello.version !== 'TLSv1.2') return no;
  const message = messageIn(answer.flight, 'serverKeyExchange');
  const parameters = keyExchangeIn(answer);
  if (message === undefined || parameters === undefined) return refusedLate(answer.flight.alert);
  try {
    const algorithm = signatureSchemeOf(message, parameters);
    const name = brokenSchemeName(algorithm);
    if (name === undefined) return no;
    const serverKeyExchange = message.toString('hex', 0, maxMessageBytes);
    return yes({ algorithm, name, serverKeyExchange, serverHello: choiceOf(answer).serverHello });
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return unknown('garbled');
  }
}

/** Some servers choose a suite first and find out afterwards that they cannot sign. */
function refusedLate(alert: number | null): Observed<never> {
  if (alert === null) return unknown('garbled');
  return alert === 40 || alert === 47 ? no : unknown('blocked');
}
