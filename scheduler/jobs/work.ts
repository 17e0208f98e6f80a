import type { Database } from '@enkaku/shared/db/database.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import type { Kysely } from 'kysely';

/** What the owner of a reservation is told. `slot`: when it could run instead; null where nothing is free. */
export type Message =
  | { readonly kind: 'started' | 'reminder' }
  | { readonly kind: 'could-not-run'; readonly reason: string; readonly slot: Window | null };

/** Puts a mail into the outbox, in the transaction of what it tells; each kind is told once. */
export type TellOwner = (
  trx: Kysely<Database>,
  message: Message,
  reservation: ReservationRow,
  now: Instant,
) => Promise<void>;

/** What a step works with. A step is one round over everything that is due; run twice, it does nothing more. */
export interface Work {
  readonly store: Store;
  readonly network: 'internet' | 'lab';
  readonly tell: TellOwner;
}
