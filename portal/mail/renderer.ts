import { Worker } from 'node:worker_threads';
import type { MailData, MailKind } from '@enkaku/shared/mail/data.ts';
import type { RenderedMail } from '@enkaku/shared/mail/render.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';

/** Renders mails in a thread of its own, which ends when it has nothing to do: MJML takes 150 MB as long as it is loaded. */
export interface MailRenderer extends AsyncDisposable {
  /** @throws MailRenderError when the template is wrong or its thread died */
  render<K extends MailKind>(kind: K, data: MailData[K], locale: Locale): Promise<RenderedMail>;
}

export class MailRenderError extends Error {
  override readonly name = 'MailRenderError';
  readonly code = 'mail-render';
}

export interface RenderTask {
  readonly number: number;
  readonly kind: MailKind;
  readonly data: MailData[MailKind];
  readonly locale: Locale;
}
export type RenderAnswer = { readonly number: number } & (
  | { readonly mail: RenderedMail }
  | { readonly failure: string }
);

/** One thread and the mails it still owes. */
interface RenderThread {
  readonly worker: Worker;
  readonly owed: Map<number, PromiseWithResolvers<RenderedMail>>;
}

export function createMailRenderer(idleMs = 20_000): MailRenderer {
  let thread: RenderThread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;

  function start(): RenderThread {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url));
    const started: RenderThread = { worker, owed: new Map() };
    worker.unref();
    worker.on('message', (answer: RenderAnswer) => {
      settle(started, answer);
      if (started.owed.size > 0) return;
      idle = setTimeout(() => void end(), idleMs);
      idle.unref();
    });
    const died = (why: string) => {
      if (thread === started) thread = undefined;
      for (const task of started.owed.values()) task.reject(new MailRenderError(why));
      started.owed.clear();
    };
    worker.on('error', (error) => died(String(error)));
    worker.on('exit', () => died('the thread ended'));
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.worker.terminate();
  }

  return {
    async render(kind, data, locale) {
      clearTimeout(idle);
      thread ??= start();
      number += 1;
      const task = Promise.withResolvers<RenderedMail>();
      thread.owed.set(number, task);
      thread.worker.postMessage({ number, kind, data, locale } satisfies RenderTask);
      return await task.promise;
    },
    [Symbol.asyncDispose]: end,
  };
}

function settle({ owed }: RenderThread, answer: RenderAnswer): void {
  const task = owed.get(answer.number);
  owed.delete(answer.number);
  if ('mail' in answer) task?.resolve(answer.mail);
  else task?.reject(new MailRenderError(answer.failure));
}
