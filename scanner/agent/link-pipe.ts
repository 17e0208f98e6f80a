import type { Readable, Writable } from 'node:stream';
import type { EnkakuError } from '@enkaku/shared/model/error.ts';
import type { Grant } from '@enkaku/shared/protocol/messages.ts';
import {
  type ChildMessage,
  type ParentMessage,
  parentMessageSchema,
  pipeLineLimit,
} from '@enkaku/shared/protocol/pipe.ts';
import { type Control, type Held, LinkRejectedError, type SchedulerLink } from './link.ts';
import { readLines } from './read-lines.ts';

export interface PipeLink extends SchedulerLink {
  /** Aborts when the parent is gone: everything ends. */
  readonly ended: AbortSignal;
}

/**
 * A scheduler that is this process's parent, as in `diagnose`: JSON lines on stdin and stdout.
 * @returns once the parent has said `hello`. @throws LinkRejectedError when it says anything else first
 */
export async function openPipeLink(input: Readable, output: Writable, version: string): Promise<PipeLink> {
  const ended = new AbortController();
  const grants: Grant[] = [];
  const stops: { readonly jobId: string | undefined; readonly control: Control }[] = [];
  const changed = new EventTarget();
  let noMore = false;

  const lines = readLines(input, pipeLineLimit);
  const hello = parse((await lines.next()).value ?? '');
  if (hello?.type !== 'hello') throw new LinkRejectedError('no-hello', 'the first message must be hello');

  const say = (message: ChildMessage): Promise<void> =>
    new Promise((resolve, reject) => {
      output.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
    });

  const obey = async (message: ParentMessage | undefined) => {
    if (message === undefined || message.type === 'hello') {
      return say({ type: 'error', jobId: null, code: 'bad-message', message: 'a message cannot be read' });
    }
    if (message.type === 'grant') grants.push(message.grant);
    if (message.type === 'stop') stops.push({ jobId: message.jobId, control: message.reason ?? 'stopped' });
    if (message.type === 'end') noMore = true;
    changed.dispatchEvent(new Event('change'));
  };
  const listen = async () => {
    for await (const line of lines) if (line.trim() !== '') await obey(parse(line));
  };
  listen()
    .catch(() => undefined)
    .finally(() => ended.abort(new Error('the parent has gone')));
  output.on('error', () => ended.abort(new Error('the parent does not listen')));

  /** Resolves with the first value that `look` finds, now or after a later message. */
  const when = <T>(look: () => T | undefined, signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        changed.removeEventListener('change', check);
        signal.removeEventListener('abort', leave);
        finish();
      };
      const leave = () => settle(() => reject(signal.reason));
      const check = () => {
        const found = look();
        if (found !== undefined) settle(() => resolve(found));
      };
      changed.addEventListener('change', check);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      else check();
    });

  await say({ type: 'ready', version });
  return {
    nodeId: hello.nodeId,
    orderKey: hello.orderKey,
    ended: ended.signal,
    claim: (signal) => when(() => grants.shift() ?? (noMore ? 'no-more' : undefined), signal),
    control: ({ jobId }, signal) =>
      when(() => stops.find((stop) => stop.jobId === undefined || stop.jobId === jobId)?.control, signal),
    heartbeat: async ({ jobId }: Held, beat) => {
      await say({ type: 'progress', jobId, ...beat });
      return null;
    },
    sendEvidence: ({ jobId }, evidence) => say({ type: 'evidence', jobId, evidence }),
    finish: ({ jobId }, { unprobed, ...outcome }) =>
      say({ type: 'finish', jobId, unprobed: [...unprobed], ...outcome }),
    refuse: (jobId, error: EnkakuError) =>
      say({ type: 'error', jobId, code: error.code, message: error.text.en.slice(0, 1000) }),
    [Symbol.asyncDispose]: async () => {
      input.destroy();
    },
  };
}

function parse(line: string): ParentMessage | undefined {
  try {
    return parentMessageSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
