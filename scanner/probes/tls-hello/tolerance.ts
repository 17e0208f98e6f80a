import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { tls13Suites } from '../wire/tls/cipher-suites.ts';
import type { HelloTrait } from '../wire/tls/client-hello.ts';
import { clientHello, exchangeBytes, type HelloAnswer } from '../wire/tls/hello-exchange.ts';
import { ecdheSuites } from './families.ts';
import type { Spoken } from './spoken.ts';

type Intolerance = EvidenceData['tls-hello']['intolerance'];
type Fault = Extract<Intolerance['grease'], { outcome: 'yes' }>['value'];

/** Few enough for the hello to be made of the awkward size. */
const fewSuites = 8;
const peculiarities = { grease: 'grease', size: 'awkward-size' } as const;

interface Tried {
  readonly hello: Buffer;
  readonly answer: HelloAnswer;
}

/**
 * A hello as browsers send it, with everything peculiar at once: one answer clears all. Where there is none, each
 * peculiarity is tried alone, twice, beside the same hello without it. Browsers speak nothing older than TLS 1.2.
 */
export async function observeIntolerance({
  client,
  asking,
  versions,
  tls13,
  legacy,
}: Spoken): Promise<Intolerance> {
  const notAttempted = unknown('not-attempted');
  const { observed: tls12 } = versions['TLSv1.2'];
  if (!tls13 && !legacy.includes('TLSv1.2')) return { grease: notAttempted, size: notAttempted };
  const chosen = tls12.outcome === 'yes' ? [{ code: tls12.value.cipher, name: tls12.value.cipherName }] : [];
  const suites = [...tls13Suites.slice(0, 3), ...chosen, ...ecdheSuites.slice(0, fewSuites)];
  const attempt = async (...traits: readonly HelloTrait[]): Promise<Tried> => {
    const hello = clientHello({ ...asking, version: 'TLSv1.3', suites, traits: ['with-tls12', ...traits] });
    const talk = (socket: Parameters<typeof exchangeBytes>[0], answerMs: number) =>
      exchangeBytes(socket, hello, 'serverHello', answerMs);
    return { hello, answer: await client.askOtherwise(talk) };
  };
  const together = await attempt('grease', 'awkward-size');
  if (together.answer.kind === 'hello') return { grease: no, size: no };
  const { answer: control } = await attempt();
  if (control.kind !== 'hello') {
    const why = control.kind === 'unknown' ? unknown(control.reason) : notAttempted;
    return { grease: why, size: why };
  }
  const wire = control.wire.toString('hex');
  const observe = async (trait: HelloTrait): Promise<Observed<Fault>> => {
    const first = await attempt(trait);
    if (first.answer.kind === 'hello') return no;
    return faultOf(first.hello, (await attempt(trait)).answer, wire);
  };
  return { grease: await observe(peculiarities.grease), size: await observe(peculiarities.size) };
}

function faultOf(hello: Buffer, answer: HelloAnswer, control: string): Observed<Fault> {
  if (answer.kind === 'hello') return no;
  const alert = answer.alert ?? null;
  const sent = { hello: hello.toString('hex'), alert, control };
  if (answer.kind === 'refused' || alert !== null) return yes({ ...sent, reaction: 'alert' });
  const { reason } = answer;
  if (reason === 'not-attempted' || reason === 'blocked') return unknown(reason);
  return yes({ ...sent, reaction: reason });
}
