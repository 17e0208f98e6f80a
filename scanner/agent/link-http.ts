import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import { type Instant, instant, parseInstant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import {
  claimResponseSchema,
  controlResponseSchema,
  errorResponseSchema,
  type Grant,
  heartbeatResponseSchema,
  protocolVersion,
} from '@enkaku/shared/protocol/messages.ts';
import { z } from 'zod';
import {
  type Beat,
  type Control,
  type Held,
  LinkRejectedError,
  LinkTroubleError,
  NodeRefusedError,
  type Outcome,
  type SchedulerLink,
} from './link.ts';
import { readLimited } from './read-limited.ts';

/** How long the scheduler may hold a claim or a control open. */
const waitMs = 25_000;
const answerMs = 30_000;
const longestAnswer = 64 * 1024 * 1024;

export interface NodeIdentity {
  /** Where the fleet API is, with a slash at the end. */
  readonly url: string;
  readonly nodeId: string;
  readonly key: string;
  readonly orderKey: string;
}

/** What a node says of itself with every claim. */
export interface NodeAbout {
  readonly version: string;
  /** Jobs it takes at once. */
  readonly slots: number;
  /** Where its packets come from; empty where nobody said. */
  readonly site: string;
}

/** The fleet API over HTTPS: the node calls out, nobody calls in. */
export function createHttpLink(node: NodeIdentity, about: NodeAbout, now: () => number): SchedulerLink {
  const ask = <T extends z.ZodType>(path: string, body: object, answer: T, signal: AbortSignal) =>
    post(new URL(`fleet/v1/${path}`, node.url), body, answer, signal, node.key);
  const jobPath = (held: Held, what: string) => `jobs/${encodeURIComponent(held.jobId)}/${what}`;
  const askForJob = async <T extends z.ZodType>(
    held: Held,
    what: string,
    body: object,
    answer: T,
    signal: AbortSignal,
  ) => {
    try {
      const { leaseToken } = held;
      return await ask(jobPath(held, what), { leaseToken, ...body }, answer, signal);
    } catch (error) {
      if (error instanceof LinkRejectedError && error.code === 'lease-lost')
        throw new LeaseLostError(held.jobId);
      throw error;
    }
  };

  return {
    nodeId: node.nodeId,
    orderKey: node.orderKey,

    async claim(signal): Promise<Grant | 'nothing-now'> {
      const body = { protocol: protocolVersion, ...about, waitMs, clock: instant(now()) };
      const { grant } = await ask('claim', body, claimResponseSchema, signal);
      return grant ?? 'nothing-now';
    },

    async heartbeat(held: Held, beat: Beat, signal): Promise<Instant> {
      const { leaseExpiresAt } = await askForJob(held, 'heartbeat', beat, heartbeatResponseSchema, signal);
      return parseInstant(leaseExpiresAt);
    },

    async control(held: Held, signal): Promise<Control> {
      const { order, reason } = await askForJob(held, 'control', { waitMs }, controlResponseSchema, signal);
      return order === 'stop' ? (reason ?? 'stopped') : 'go-on';
    },

    async sendEvidence(held: Held, evidence: Evidence, signal) {
      await askForJob(held, 'evidence', { evidence }, z.unknown(), signal);
    },

    async finish(held: Held, outcome: Outcome, signal) {
      await askForJob(held, 'finish', outcome, z.unknown(), signal);
    },

    // Over HTTP a refused order needs no message: its lease runs out, and the node's log says why.
    async refuse() {},
    async [Symbol.asyncDispose]() {},
  };
}

/** @throws LinkTroubleError | LinkRejectedError | NodeRefusedError */
export async function post<T extends z.ZodType>(
  url: URL,
  body: object,
  answer: T,
  signal: AbortSignal,
  key?: string,
): Promise<z.infer<T>> {
  const { status, text } = await exchange(url, body, signal, key);
  const json = status === 204 ? null : parseJson(text);
  if (status >= 200 && status < 300) {
    const read = answer.safeParse(json);
    if (read.success) return read.data;
    throw new LinkTroubleError('its answer cannot be read');
  }
  const said = errorResponseSchema.safeParse(json).data;
  if (status === 401 || status === 403) throw new NodeRefusedError();
  if (status >= 500 || status === 408 || status === 429) throw new LinkTroubleError(`status ${status}`);
  throw new LinkRejectedError(said?.code ?? `http-${status}`, said?.message ?? `status ${status}`);
}

async function exchange(url: URL, body: object, signal: AbortSignal, key: string | undefined) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs + answerMs)]),
    });
    return { status: response.status, text: await readLimited(response, longestAnswer) };
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new LinkTroubleError(cause instanceof Error ? cause.message : String(cause), { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
