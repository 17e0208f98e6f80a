import { get } from 'node:http';
import { get as getTls } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks a health address until it answers 200. The certificate is not looked at: the answer only says "I am up".
 * @throws the signal's reason
 */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  while (!(await answers(url))) await sleep(100, undefined, { signal });
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { timeout: 2000, rejectUnauthorized: false, agent: false } as const;
    const request = (url.startsWith('https:') ? getTls : get)(url, options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
