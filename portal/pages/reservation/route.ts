import { listReservations } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Request } from '../../http/env.ts';
import { Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { reservationPolicy } from '../../policies/reservation.ts';
import { bookers } from '../../policies/rule.ts';
import { cancel } from './cancel.ts';
import { progressEvents } from './events.ts';
import { reservationListPage } from './list-page.ts';
import { reservationModel } from './model.ts';
import { newestReports } from './newest-reports.ts';
import { reservationPage } from './page.ts';
import { stop } from './stop.ts';
import { reservationText } from './text.ts';

const idOf = (c: Request) => c.req.param('id') as ReservationId;

export function reservationRoutes(context: Context): readonly Route[] {
  const { db } = context.store;
  return [
    {
      method: 'GET',
      path: '/reservations',
      rule: reservationPolicy.list,
      async handle(c) {
        const { membership } = actingFor(c);
        const reservations = await listReservations(db, membership.organisationId);
        const reports = await newestReports(
          db,
          reservations.map(({ id }) => id),
        );
        const listed = reservations.map((reservation) => ({
          reservation,
          report: reports.get(reservation.id),
        }));
        return c.html(reservationListPage(viewOf(context, c), listed, bookers.includes(membership.role)));
      },
    },
    {
      method: 'GET',
      path: '/reservations/:id',
      rule: reservationPolicy.read,
      async handle(c) {
        const { viewer } = actingFor(c);
        return c.html(reservationPage(viewOf(context, c), await reservationModel(context, idOf(c), viewer)));
      },
    },
    {
      method: 'GET',
      path: '/reservations/:id/events',
      rule: reservationPolicy.read,
      handle: (c) => progressEvents(context, c, idOf(c)),
    },
    {
      method: 'POST',
      path: '/reservations/:id/cancel',
      rule: reservationPolicy.cancel,
      async handle(c) {
        if (!(await cancel(context, idOf(c), actingFor(c).viewer.id))) {
          throw new Problem(409, 'too-late', reservationText.tooLate);
        }
        return c.redirect(`/reservations/${idOf(c)}`, 303);
      },
    },
    {
      method: 'POST',
      path: '/reservations/:id/stop',
      rule: reservationPolicy.stop,
      async handle(c) {
        if (!(await stop(context, idOf(c), actingFor(c).viewer.id))) {
          throw new Problem(409, 'nothing-to-stop', reservationText.nothingToStop);
        }
        return c.redirect(`/reservations/${idOf(c)}`, 303);
      },
    },
  ];
}
