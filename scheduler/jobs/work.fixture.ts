import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Message, Work } from './work.ts';

export interface TestWork extends Work, AsyncDisposable {
  /** What owners were told, in order. */
  readonly told: (Message & { readonly reservation: ReservationId })[];
}

/** Steps on a database in memory; mails go into `told`. */
export async function openWork(network: Work['network'] = 'internet'): Promise<TestWork> {
  const store: Store = await openStore('sqlite::memory:');
  const told: TestWork['told'] = [];
  return {
    store,
    network,
    told,
    tell: async (_trx, message, reservation) => {
      told.push({ ...message, reservation: reservation.id });
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
