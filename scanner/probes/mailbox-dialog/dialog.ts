import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import type { Guard } from '../../guard/guard.ts';
import { anyTls, LenientTls } from '../wire/lenient-tls.ts';
import { portOf } from '../wire/tls-route.ts';
import { unknownReason } from '../wire/unknown-reason.ts';
import { type MailboxProtocol, parseGreeting, parseImapAnswer, parsePop3Answer } from './answer.ts';
import { judgeInjection, smuggling } from './injection.ts';
import { type Answer, MailboxSession } from './session.ts';

export interface DialogOptions {
  readonly guard: Guard;
  readonly endpoint: Endpoint;
  readonly protocol: MailboxProtocol;
  readonly implicitTls: boolean;
  /** For everything said in the clear, and again for everything in TLS, however slowly it comes. */
  readonly sessionMs: number;
}

const handshakeMs = 10_000;
const farewells = { imap: 'e9 LOGOUT', pop3: 'QUIT' } as const;

/** One session, as questions with three answers. After a broken one the others are not attempted. */
export class Dialog implements Disposable {
  readonly #options: DialogOptions;
  #session: MailboxSession | null = null;
  #isOver = false;

  constructor(options: DialogOptions) {
    this.#options = options;
  }

  /** Any greeting is an answer; what follows makes sense after a welcome only. */
  async greeting(): Promise<{ greeting: Observed<string>; isWelcome: boolean }> {
    const { protocol, sessionMs } = this.#options;
    const answer = await this.#attempt(async () => {
      this.#session = new MailboxSession(await this.#connect(), sessionMs);
      return yes(await this.#session.answer((bytes) => parseGreeting(protocol, bytes)));
    });
    const isWelcome = answer.outcome === 'yes' && answer.value.isOk;
    this.#isOver ||= !isWelcome;
    return { greeting: statusOf(answer), isWelcome };
  }

  async capabilities(): Promise<Observed<string[]>> {
    const answer = await this.#attempt((session) => {
      if (this.#options.protocol === 'pop3') return this.#pop3(session, ['CAPA'], 'many-lines');
      return this.#imap(session, ['e1 CAPABILITY'], 'e1');
    });
    return answer.outcome === 'yes' ? yes([...answer.value.lines]) : answer;
  }

  async starttls(): Promise<Observed<string>> {
    const answer = await this.#attempt((session) =>
      this.#options.protocol === 'pop3'
        ? this.#pop3(session, ['STLS'], 'one-line')
        : this.#imap(session, ['e2 STARTTLS'], 'e2'),
    );
    return statusOf(answer);
  }

  /** The handshake after STARTTLS was granted. */
  async secure(): Promise<Observed<true>> {
    return this.#attempt(async (session) => {
      const { endpoint, guard, sessionMs } = this.#options;
      const socket = await guard.upgradeTls(session.release(), {
        ...anyTls,
        timeoutMs: Math.min(sessionMs, handshakeMs),
        ...(endpoint.name === null ? {} : { servername: endpoint.name }),
      });
      this.#session = new MailboxSession(socket, sessionMs);
      return yes(true);
    });
  }

  /** STARTTLS with a command behind it in the same segment. */
  async starttlsAndMore(): Promise<Observed<string>> {
    const { start, smuggled } = smuggling[this.#options.protocol];
    const answer = await this.#attempt((session) =>
      this.#options.protocol === 'pop3'
        ? this.#pop3(session, [start, smuggled], 'one-line')
        : this.#imap(session, [start, smuggled], 'i1'),
    );
    return statusOf(answer);
  }

  /** After that and the handshake: the answer in TLS to what was said before it. Ends the session. */
  async smuggledAnswer(): Promise<Observed<string>> {
    const { protocol } = this.#options;
    return this.#attempt(async (session) => {
      session.send(smuggling[protocol].farewell);
      this.#isOver = true;
      const heard = judgeInjection(protocol, await session.rest());
      if (heard.state === 'answered') return yes(heard.line.slice(0, 2048));
      return heard.state === 'dropped' ? no : unknown('garbled');
    });
  }

  /** A farewell; its answer is not waited for. */
  [Symbol.dispose](): void {
    if (!this.#isOver) this.#session?.send(farewells[this.#options.protocol]);
    this.#session?.end();
  }

  #connect() {
    const { guard, endpoint, implicitTls, sessionMs } = this.#options;
    if (!implicitTls) {
      return guard.connectTcp({ address: endpoint.host, port: portOf(endpoint) }, { timeoutMs: sessionMs });
    }
    const timeoutMs = Math.min(sessionMs, handshakeMs);
    return new LenientTls(guard, endpoint, 'direct').connect({ timeoutMs });
  }

  async #imap(session: MailboxSession, commands: readonly string[], tag: string): Promise<Observed<Answer>> {
    session.send(...commands);
    return outcomeOf(await session.answer((bytes) => parseImapAnswer(bytes, tag)));
  }

  async #pop3(
    session: MailboxSession,
    commands: readonly string[],
    extent: 'one-line' | 'many-lines',
  ): Promise<Observed<Answer>> {
    session.send(...commands);
    return outcomeOf(await session.answer((bytes) => parsePop3Answer(bytes, extent)));
  }

  async #attempt<T>(step: (session: MailboxSession) => Promise<Observed<T>>): Promise<Observed<T>> {
    if (this.#isOver) return unknown('not-attempted');
    try {
      return await step(this.#session as MailboxSession);
    } catch (error) {
      this.#isOver = true;
      return unknown(unknownReason(error, this.#options.guard));
    }
  }
}

function outcomeOf(answer: Answer): Observed<Answer> {
  return answer.isOk ? yes(answer) : no;
}

function statusOf(answer: Observed<Answer>): Observed<string> {
  return answer.outcome === 'yes' ? yes(answer.value.status) : answer;
}
