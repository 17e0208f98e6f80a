import { listBlackouts } from '@enkaku/shared/db/blackout.ts';
import type { Database } from '@enkaku/shared/db/database.ts';
import { listOpenBookings, type ReservationRow, recordFailure } from '@enkaku/shared/db/reservation.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Kysely } from 'kysely';
import { proposeSlot } from '../plan/propose-slot.ts';
import type { Work } from './work.ts';

const monthMs = 31 * 24 * 3_600_000;

/** Never a silent miss: the reason is kept and the owner is told, once, with another slot. */
export async function reportFailure(
  { tell }: Work,
  trx: Kysely<Database>,
  reservation: ReservationRow,
  reason: Text,
  now: Instant,
): Promise<void> {
  const failure = reason[reservation.locale];
  if (!(await recordFailure(trx, reservation.id, failure))) return;
  const { id, organisationId, opensAt, closesAt } = reservation;
  const ahead = { opensAt: now, closesAt: addMs(closesAt, monthMs) };
  const blackouts = await listBlackouts(trx, organisationId, ahead);
  const booked = (await listOpenBookings(trx, organisationId)).filter((other) => other.id !== id);
  const taken = [
    ...blackouts.filter(({ address }) => address === null),
    ...booked.map(({ window }) => window),
  ];
  const slot = proposeSlot({ window: { opensAt, closesAt }, taken, now }) ?? null;
  await tell(trx, { kind: 'could-not-run', reason: failure, slot }, { ...reservation, failure }, now);
}
