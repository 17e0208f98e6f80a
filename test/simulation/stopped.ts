import type { JobRow } from '@enkaku/shared/db/job.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import { listStops } from '@enkaku/shared/db/stop.ts';

/** What is stopped, as of the last reading: it changes only when a person does something. */
export class Stopped {
  #organisations: ReadonlySet<string> = new Set();
  #reservations: ReadonlySet<string> = new Set();

  async read({ db }: Store): Promise<void> {
    this.#organisations = new Set((await listStops(db)).map(({ subject }) => subject));
    const stopped = await db
      .selectFrom('reservation')
      .select('id')
      .where('stoppedAt', 'is not', null)
      .execute();
    this.#reservations = new Set(stopped.map(({ id }) => id));
  }

  has({ organisationId, reservationId }: JobRow): boolean {
    return this.#organisations.has(organisationId) || this.#reservations.has(reservationId);
  }
}
