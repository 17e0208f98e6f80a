import { reservationOwner } from './owner.ts';
import { bookers, centreStaff, type Rule, readers } from './rule.ts';

/** 予約. Stopping is for everyone who could have booked, and for the centre wherever something goes wrong. */
export const reservationPolicy = {
  list: { who: 'member', roles: readers },
  book: { who: 'member', roles: bookers },
  read: { who: 'member-or-centre', roles: readers, centre: centreStaff, owner: reservationOwner },
  cancel: { who: 'member', roles: bookers, owner: reservationOwner },
  stop: { who: 'member-or-centre', roles: bookers, centre: centreStaff, owner: reservationOwner },
} satisfies Record<string, Rule>;
