import { createHash } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { MalformedError } from '../wire/tls/bytes.ts';
import { parseCertificateRequest } from '../wire/tls/certificate-request.ts';
import { suiteName } from '../wire/tls/cipher-suites.ts';
import type { HelloOffer } from '../wire/tls/client-hello.ts';
import { readableName } from '../wire/tls/distinguished-name.ts';
import { type Flight, messageTypes, parseCertificateMessage } from '../wire/tls/flight.ts';
import { groupOf } from '../wire/tls/groups.ts';
import type { HelloAnswer } from '../wire/tls/hello-exchange.ts';
import { selectedProtocol } from '../wire/tls/server-hello.ts';
import { type EcdhParameters, parseKeyExchange } from '../wire/tls/server-key-exchange.ts';
import { versionNumbers } from '../wire/tls/versions.ts';
import { choiceOf, type Greeting, wasOffered } from './observe.ts';

type Data = EvidenceData['tls-hello'];
type Choice = Extract<Data['h2'], { outcome: 'yes' }>['value']['choices'][number];
export type Leaf = Extract<Data['leaves']['named'], { outcome: 'yes' }>['value'];

const [maxRandoms, maxPublicValues, maxChoices, maxAuthorities] = [8, 16, 64, 64];
const maxMessageBytes = 32_768;

/** Keeps what every answer shows besides what it was asked for. */
export class Witness {
  readonly #epochMs: () => number;
  readonly #ecdhe: { readonly parameters: EcdhParameters; readonly message: Buffer }[] = [];
  readonly #h2 = new Map<string, Choice>();
  readonly randoms: Data['randoms'][number][] = [];
  unoffered: Data['unofferedCipher'] = no;

  constructor(epochMs: () => number) {
    this.#epochMs = epochMs;
  }

  readonly notice = (answer: HelloAnswer, offer: HelloOffer): void => {
    if (answer.kind !== 'hello') return;
    const { version, random, cipher } = answer.hello;
    if (version === undefined) return;
    const choice = { version, ...choiceOf(answer) };
    if (!wasOffered(cipher, offer) && this.unoffered.outcome === 'no') {
      this.unoffered = yes({ offered: offer.suites.map(({ code }) => code), ...choice });
    }
    if (version === 'TLSv1.3') return;
    if (this.randoms.length < maxRandoms) {
      this.randoms.push({ random: random.toString('hex'), epochSeconds: Math.floor(this.#epochMs() / 1000) });
    }
    if (selectedProtocol(answer.hello) === 'h2' && this.#h2.size < maxChoices && !this.#h2.has(cipher)) {
      this.#h2.set(cipher, choice);
    }
    this.#noticeKeyExchange(answer);
  };

  /** Whether the same key was met again; two that differ prove nothing, and need no third. */
  get seesKeyAgain(): boolean {
    const values = this.#ecdhe.map(({ parameters }) => parameters.publicValue.toString('hex'));
    return new Set(values).size < values.length;
  }

  get h2(): Data['h2'] {
    return this.#h2.size === 0 ? no : yes({ choices: [...this.#h2.values()] });
  }

  /** undefined where no handshake showed one. */
  get ecdhe(): Data['ecdhe'] | undefined {
    const [first] = this.#ecdhe;
    return (
      first &&
      yes({
        group: { ...groupOf(first.parameters.group) },
        serverKeyExchange: first.message.toString('hex', 0, maxMessageBytes),
        publicValues: this.#ecdhe.map(({ parameters }) => parameters.publicValue.toString('hex')),
      })
    );
  }

  #noticeKeyExchange(answer: Greeting): void {
    if (this.#ecdhe.length >= maxPublicValues) return;
    const message = messageIn(answer.flight, 'serverKeyExchange');
    const parameters = message && keyExchangeIn(answer);
    if (message && parameters?.kind === 'ecdh') this.#ecdhe.push({ parameters, message });
  }
}

export function messageIn(
  { messages }: Flight,
  type: Exclude<keyof typeof messageTypes, 'serverHello'>,
): Buffer | undefined {
  return messages.find((message) => message.type === messageTypes[type])?.body;
}

/** The parameters of the ServerKeyExchange; undefined where there is none or it cannot be read. */
export function keyExchangeIn({ flight, hello }: Greeting): ReturnType<typeof parseKeyExchange> {
  const message = messageIn(flight, 'serverKeyExchange');
  return message && readable(() => parseKeyExchange(message, suiteName(hello.cipher)));
}

/** The certificate of the server itself. */
export function leafIn(answer: HelloAnswer): Observed<Leaf> {
  if (answer.kind !== 'hello') return answer.kind === 'refused' ? no : unknown(answer.reason);
  const message = messageIn(answer.flight, 'certificate');
  if (message === undefined) return answer.hello.version === 'TLSv1.3' ? unknown('not-attempted') : no;
  const [der] = readable(() => parseCertificateMessage(message)) ?? [];
  if (der === undefined || der.length > maxMessageBytes) return unknown('garbled');
  return yes({ sha256: createHash('sha256').update(der).digest('hex'), certificate: der.toString('hex') });
}

/** What a server that asks for a client's certificate tells of the authorities it would trust. */
export function clientAuthIn({ flight, hello }: Greeting): Data['clientAuth'] {
  const message = messageIn(flight, 'certificateRequest');
  if (message === undefined) return no;
  const version = versionNumbers[hello.version ?? 'TLSv1.2'];
  const authorities = readable(() => parseCertificateRequest(message, version));
  if (authorities === undefined) return unknown('garbled');
  const kept = authorities.slice(0, maxAuthorities);
  return yes({
    names: kept.map(readableName),
    authorities: kept.map((der) => der.toString('hex')),
    message: message.toString('hex', 0, maxMessageBytes),
  });
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return undefined;
  }
}
