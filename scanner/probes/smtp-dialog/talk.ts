import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { SmtpReply } from '@enkaku/shared/evidence/smtp-dialog/schema.ts';
import { type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import { type Guard, ProbeError } from '../../guard/guard.ts';
import { anyTls, LenientTls } from '../wire/lenient-tls.ts';
import { SmtpSession, type TranscriptLine } from '../wire/smtp-session.ts';
import { portOf } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';
import { outcomeOf, type Reply } from './outcome.ts';

export interface TalkOptions {
  readonly guard: Guard;
  readonly endpoint: Endpoint;
  readonly implicitTls: boolean;
  readonly heard: (line: TranscriptLine) => void;
  /** For the greeting and for every reply. */
  readonly waitMs: number;
}

const handshakeMs = 10_000;
const inTlsMs = 40_000;
/** RFC 5321 §4.2.3: the answer to QUIT. */
const farewell = 221;

/** One session, as questions with three answers. After a broken one the others are not attempted. */
export class Talk implements Disposable {
  readonly #options: TalkOptions;
  #session: SmtpSession | null = null;
  #isBroken = false;

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** What greets without TLS, whatever the port is for. */
  plainBanner(judge: (reply: SmtpReply) => Reply): Promise<Reply> {
    return this.#attempt(async () => {
      const { endpoint, guard, heard, waitMs } = this.#options;
      const place = { address: endpoint.host, port: portOf(endpoint) };
      this.#session = new SmtpSession(await guard.connectTcp(place, { timeoutMs: waitMs }), heard);
      return this.#session.reply();
    }, judge);
  }

  /** The greeting. Any code is an answer; what follows makes sense after 220 only. */
  banner(judge: (reply: SmtpReply) => Reply): Promise<Reply> {
    const { endpoint, guard, heard, implicitTls, waitMs } = this.#options;
    if (!implicitTls) return this.plainBanner(judge);
    return this.#attempt(async () => {
      const tls = new LenientTls(guard, endpoint, 'direct');
      const socket = await tls.connect({ timeoutMs: Math.min(waitMs, handshakeMs) });
      this.#session = new SmtpSession(socket, heard);
      return this.#session.reply();
    }, judge);
  }

  ehlo(): Promise<Reply> {
    return this.#attempt(
      () => this.#current.command(this.#current.greeting(this.#options.guard.order.contact)),
      outcomeOf,
    );
  }

  ask(command: string, judge: (reply: SmtpReply) => Reply = outcomeOf): Promise<Reply> {
    return this.#attempt(() => this.#current.command(command), judge);
  }

  /** The handshake after STARTTLS was granted, then EHLO again (RFC 3207 §4.2). */
  ehloInTls(): Promise<Reply> {
    return this.#attempt(async () => {
      await this.#secure();
      return this.#current.command(this.#current.greeting(this.#options.guard.order.contact));
    }, outcomeOf);
  }

  /** The handshake, NOOP and QUIT: every reply inside TLS before the farewell. */
  noopInTls<T>(judge: (replies: readonly SmtpReply[]) => Observed<T>): Promise<Observed<T>> {
    return this.#attempt(async () => {
      await this.#secure();
      const first = await this.#current.command('NOOP');
      const second = await this.#current.command('QUIT');
      if (second.code === farewell) return [first];
      const third = await this.#current.reply();
      return third.code === farewell ? [first, second] : [first, second, third];
    }, judge);
  }

  async #secure(): Promise<void> {
    const { endpoint, guard, heard, waitMs } = this.#options;
    const secure = await guard.upgradeTls(this.#current.release(), {
      ...anyTls,
      timeoutMs: Math.min(waitMs, handshakeMs),
      ...(endpoint.name === null ? {} : { servername: endpoint.name }),
    });
    this.#session = new SmtpSession(secure, heard, inTlsMs);
  }

  /** A farewell; its answer is not waited for. */
  [Symbol.dispose](): void {
    if (!this.#isBroken) this.#session?.send('QUIT');
    this.#session?.end();
  }

  get #current(): SmtpSession {
    if (this.#session === null) throw new ProbeError('not-attempted', 'no greeting yet');
    return this.#session;
  }

  async #attempt<T, R>(step: () => Promise<T>, judge: (seen: T) => Observed<R>): Promise<Observed<R>> {
    if (this.#isBroken) return unknown('not-attempted');
    try {
      return judge(await step());
    } catch (error) {
      this.#isBroken = true;
      return unknown(unknownReason(error, this.#options.guard));
    }
  }
}
