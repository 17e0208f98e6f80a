import type { Database } from '@enkaku/shared/db/database.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Kysely } from 'kysely';
import { inTurn } from '../in-turn.ts';
import type { Work } from '../work.ts';

const dayMs = 24 * 3_600_000;

/** A day before the window opens; whoever booked later than that remembers. */
export async function sendReminders({ store: { db }, tell }: Work, now: Instant): Promise<void> {
  await inTurn(await listUnreminded(db, now), (reservation) =>
    db.transaction().execute((trx) => tell(trx, { kind: 'reminder' }, reservation, now)),
  );
}

export async function listUnreminded(db: Kysely<Database>, now: Instant): Promise<readonly ReservationRow[]> {
  const due = await db
    .selectFrom('reservation')
    .selectAll()
    .where('state', '=', 'confirmed')
    .where('opensAt', '>', now)
    .where('opensAt', '<=', addMs(now, dayMs))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.reservationId', '=', 'reservation.id')
            .where('outbox.kind', '=', 'reminder'),
        ),
      ),
    )
    .execute();
  return due.filter(({ createdAt, opensAt }) => createdAt < addMs(opensAt, -dayMs));
}
