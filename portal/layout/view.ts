import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Context } from '../context.ts';
import type { Request, RunningReservation, Viewer } from '../http/env.ts';

/** What every page knows of the request it answers. */
export interface View {
  readonly locale: Locale;
  readonly path: string;
  readonly viewer: Viewer | undefined;
  readonly running: readonly RunningReservation[];
  readonly formToken: string;
  readonly now: Instant;
  readonly network: 'internet' | 'lab';
  readonly mailbox: 'shown' | 'hidden';
}

export function viewOf(context: Context, c: Request): View {
  return {
    locale: c.get('locale'),
    path: c.req.path,
    viewer: c.get('viewer'),
    running: c.get('running') ?? [],
    formToken: c.get('formToken'),
    now: context.now(),
    network: context.config.network,
    mailbox: context.config.mailbox,
  };
}
