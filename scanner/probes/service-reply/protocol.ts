import type { ServiceProtocol } from '@enkaku/shared/evidence/service-reply/schema.ts';
import type { OptIn } from '@enkaku/shared/model/opt-in.ts';

export type Facts = Readonly<Record<string, string>>;

/** One question that changes nothing, and how its answer is read. */
export interface Question {
  /** In a word: `ping`. */
  readonly asked: string;
  /** Undefined: the service speaks first. */
  readonly say?: Buffer;
  /** Its own answer is what was said; anywhere else such an answer is an echo, and nobody's. */
  readonly repeats?: true;
  /** A word more on the same connection, told what came so far and how much was said already. TCP only. */
  next?(soFar: Buffer, turn: number): Buffer | undefined;
  /** The server answers from another port of its address (TFTP). UDP only. */
  readonly anyPort?: true;
  /** So many bytes of the answer are kept as evidence; what follows is a secret of the target. */
  readonly keep?: number;
  /** The description is a page on another port of the same address, asked for once under the rate of the web. */
  readonly webPort?: number;
  /** Whether all of the answer is there; what comes later is not read. TCP only. */
  isWhole?(bytes: Buffer): boolean;
  /** What the answer says; undefined where it is not of this protocol. Never throws. */
  read(bytes: Buffer): Facts | undefined;
}

/** A language that services on the network speak: one file each. */
export interface Protocol {
  readonly name: ServiceProtocol;
  readonly transport: 'tcp' | 'udp';
  /** Where it usually is; asked there whenever the port is open (TCP) or may be asked (UDP). */
  readonly ports: readonly number[];
  /** nmap's names for it: asked wherever one of them answered. */
  readonly services: readonly string[];
  /** TLS comes first. */
  readonly tls?: 'direct';
  /** Asked only where this consent was given. */
  readonly optIn?: OptIn;
  readonly questions: readonly [Question, ...Question[]];
  /** What to ask next, now that the first question was answered. */
  follow?(facts: Facts, address: string): readonly Question[];
}

/** What an answer says; undefined where it is not of the protocol, or gives back what was said. */
export function readReply(question: Question, bytes: Buffer): Facts | undefined {
  const { say, repeats } = question;
  const isEcho = say !== undefined && repeats !== true && bytes.subarray(0, say.length).equals(say);
  return isEcho ? undefined : question.read(bytes);
}
