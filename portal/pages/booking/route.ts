import { listContacts } from '@enkaku/shared/db/contact.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Request } from '../../http/env.ts';
import type { Form } from '../../http/form.ts';
import type { Route } from '../../http/route.ts';
import type { Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { reservationPolicy } from '../../policies/reservation.ts';
import { book } from './book.ts';
import { listAssetChoices } from './bookable.ts';
import { type BookingModel, bookingPage } from './page.ts';
import { suggestedWindow } from './read-window.ts';

type Chosen = Pick<BookingModel, 'chosenAssets' | 'chosenOptIns'>;
const nothingChosen: Chosen = { chosenAssets: [], chosenOptIns: [] };
const chosenIn = (form: Form): Chosen => ({
  chosenAssets: form.all('assets'),
  chosenOptIns: form.all('optIns'),
});

const idShape = /^rsv_[0-9a-v]{20}$/;

export function bookingRoutes(context: Context): readonly Route[] {
  const { db } = context.store;
  const rule = reservationPolicy.book;

  async function show(c: Request, filled: Filled, chosen: Chosen, status: 200 | 422) {
    const { organisationId } = actingFor(c).membership;
    const model = {
      assets: await listAssetChoices(db, organisationId, context.now()),
      contacts: await listContacts(db, organisationId),
      sourceAddresses: context.config.sourceAddresses,
      reservationId: newId('rsv'),
      ...chosen,
    };
    return c.html(bookingPage(viewOf(context, c), filled, model), status);
  }

  return [
    {
      method: 'GET',
      path: '/reservations/new',
      rule,
      handle: (c) => show(c, { values: suggestedWindow(context.now()), errors: {} }, nothingChosen, 200),
    },
    {
      method: 'POST',
      path: '/reservations/new',
      rule,
      async handle(c) {
        const form = c.get('form');
        const given = form.text('reservation');
        const id = (idShape.test(given) ? given : newId('rsv')) as ReservationId;
        const done = await book(context, { ...actingFor(c), locale: c.get('locale') }, id, form);
        if (done.outcome === 'booked') return c.redirect(`/reservations/${id}`, 303);
        const errors = done.outcome === 'wrong' ? done.errors : {};
        return await show(c, { values: form.values(), errors }, chosenIn(form), 422);
      },
    },
  ];
}
