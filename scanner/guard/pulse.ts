import { type GuardError, ProbeError } from './guard.ts';
import { Latency } from './latency.ts';

/** Ports that most servers answer on, and fast. */
const likely = [443, 80, 25, 22, 53, 8080, 8443];
const mostCandidates = 4;
const sampleTimeoutMs = 1500;

/** Measures the target by TCP connects: an answer, be it a refusal, is a response time. */
export class Pulse {
  readonly latency = new Latency();
  readonly #answering = new Set<number>();
  #reference: number | undefined;

  /** Wraps a connect of `port`, so that its time (or its silence) is known. */
  async timed<T>(port: number, connect: () => Promise<T>, phase: 'before' | 'during' | 'after'): Promise<T> {
    const startedAt = performance.now();
    try {
      const socket = await connect();
      this.#answered(port, performance.now() - startedAt, phase);
      return socket;
    } catch (error) {
      if (reasonOf(error) === 'refused') this.#answered(port, performance.now() - startedAt, phase);
      if (reasonOf(error) === 'timeout' && this.#answering.has(port)) this.latency.recordSilence();
      throw error;
    }
  }

  /** Three connects to one port that answers; the port is searched for among `ports` the first time. */
  async measure(
    phase: 'before' | 'after',
    ports: readonly number[],
    touch: (port: number, timeoutMs: number, phase: 'before' | 'after') => Promise<void>,
  ): Promise<void> {
    const answers = async (port: number) => {
      await touch(port, sampleTimeoutMs, phase).catch(onlyProbeErrors);
      return this.#answering.has(port);
    };
    const known = this.#reference ?? this.#answering.values().next().value;
    const candidates = known === undefined ? candidatesOf(ports) : [known];
    for (const port of candidates) {
      if (!(await answers(port))) continue;
      this.#reference = port;
      await answers(port);
      await answers(port);
      return;
    }
  }

  #answered(port: number, ms: number, phase: 'before' | 'during' | 'after'): void {
    this.#answering.add(port);
    this.latency.record(phase, ms);
  }
}

function candidatesOf(ports: readonly number[]): readonly number[] {
  const wanted = new Set(ports);
  return [...new Set([...likely.filter((port) => wanted.has(port)), ...ports])].slice(0, mostCandidates);
}

function reasonOf(error: unknown): ProbeError['reason'] | undefined {
  return error instanceof ProbeError ? error.reason : undefined;
}

function onlyProbeErrors(error: ProbeError | GuardError): void {
  if (!(error instanceof ProbeError)) throw error;
}
