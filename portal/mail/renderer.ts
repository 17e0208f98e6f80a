import { once } from 'node:events';
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

export function createMailRenderer(idleMs = 20_000): MailRenderer {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;
  const waiting = new Map<number, PromiseWithResolvers<RenderedMail>>();

  function settle(answer: RenderAnswer): void {
    const task = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('mail' in answer) task?.resolve(answer.mail);
    else task?.reject(new MailRenderError(answer.failure));
    if (waiting.size > 0) return;
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
  }

  function start(): Worker {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url));
    started.unref();
    started.on('message', settle);
    const died = (why: string) => {
      if (worker === started) worker = undefined;
      for (const task of waiting.values()) task.reject(new MailRenderError(why));
      waiting.clear();
    };
    started.on('error', (error) => died(String(error)));
    started.on('exit', () => died('the thread ended'));
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    if (ending === undefined) return;
    const exited = once(ending, 'exit');
    await ending.terminate();
    await exited;
  }

  return {
    async render(kind, data, locale) {
      clearTimeout(idle);
      worker ??= start();
      number += 1;
      const task = Promise.withResolvers<RenderedMail>();
      waiting.set(number, task);
      worker.postMessage({ number, kind, data, locale } satisfies RenderTask);
      return await task.promise;
    },
    [Symbol.asyncDispose]: end,
  };
}
