import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalClient } from '../flow/portal-client.ts';

const everyMs = 1000;

/** Tells what the reservation's page shows whenever that changes, until aborted. */
export async function watchProgress(
  client: PortalClient,
  reservationId: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    const { text } = await client.get(`/reservations/${reservationId}`);
    const now = rowsOf(text).join(' · ');
    if (now !== '' && now !== told) tell(now);
    told = now;
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Host by host: address, state, what is being looked at, how far. */
export function rowsOf(page: string): readonly string[] {
  const panel = /data-events="[^"]*"[^>]*>([\s\S]*?)<\/table>/.exec(page)?.[1] ?? '';
  return [...panel.matchAll(/<tr><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<\/t[hd]>/g, ' ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}
