import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { SmtpReply } from '@enkaku/shared/evidence/smtp-dialog/schema.ts';
import { unknown } from '@enkaku/shared/model/observed.ts';
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

/** One session, as questions with three answers. After a broken one the others are not attempted. */
export class Talk implements Disposable {
  readonly #options: TalkOptions;
  #session: SmtpSession | null = null;
  #isBroken = false;

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** The greeting. Any code is an answer; what follows makes sense after 220 only. */
  banner(judge: (reply: SmtpReply) => Reply): Promise<Reply> {
    return this.#attempt(async () => {
      const { endpoint, guard, heard, implicitTls, waitMs } = this.#options;
      const place = { address: endpoint.host, port: portOf(endpoint) };
      const socket = implicitTls
        ? await new LenientTls(guard, endpoint, 'direct').connect({
            timeoutMs: Math.min(waitMs, handshakeMs),
          })
        : await guard.connectTcp(place, { timeoutMs: waitMs });
      this.#session = new SmtpSession(socket, heard);
      return this.#session.reply();
    }, judge);
  }

  ehlo(): Promise<Reply> {
    return this.#attempt(() =>
      this.#current.command(this.#current.greeting(this.#options.guard.order.contact)),
    );
  }

  ask(command: string, judge?: (reply: SmtpReply) => Reply): Promise<Reply> {
    return this.#attempt(() => this.#current.command(command), judge);
  }

  /** The handshake after STARTTLS was granted, then EHLO again (RFC 3207 §4.2). */
  ehloInTls(): Promise<Reply> {
    return this.#attempt(async () => {
      const { endpoint, guard, heard, waitMs } = this.#options;
      const secure = await guard.upgradeTls(this.#current.release(), {
        ...anyTls,
        timeoutMs: Math.min(waitMs, handshakeMs),
        ...(endpoint.name === null ? {} : { servername: endpoint.name }),
      });
      this.#session = new SmtpSession(secure, heard, inTlsMs);
      return this.#current.command(this.#current.greeting(guard.order.contact));
    });
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

  async #attempt(
    step: () => Promise<SmtpReply>,
    judge: (reply: SmtpReply) => Reply = outcomeOf,
  ): Promise<Reply> {
    if (this.#isBroken) return unknown('not-attempted');
    try {
      return judge(await step());
    } catch (error) {
      this.#isBroken = true;
      return unknown(unknownReason(error, this.#options.guard));
    }
  }
}
