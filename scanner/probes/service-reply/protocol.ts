import type { ServiceProtocol } from '@enkaku/shared/evidence/service-reply/schema.ts';
import type { OptIn } from '@enkaku/shared/model/opt-in.ts';

export type Facts = Readonly<Record<string, string>>;

/** One question that changes nothing, and how its answer is read. */
export interface Question {
  /** In a word: `ping`. */
  readonly asked: string;
  /** Undefined: the service speaks first. */
  readonly say?: Buffer;
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
}
