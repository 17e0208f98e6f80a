import { parentPort } from 'node:worker_threads';
import { renderMail } from '@enkaku/shared/mail/render.ts';
import type { RenderAnswer, RenderTask } from './renderer.ts';

parentPort?.on('message', async ({ number, kind, data, locale }: RenderTask) => {
  const answer = (rest: { mail: Awaited<ReturnType<typeof renderMail>> } | { failure: string }) =>
    parentPort?.postMessage({ number, ...rest } satisfies RenderAnswer);
  try {
    answer({ mail: await renderMail(kind, data, locale) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});
