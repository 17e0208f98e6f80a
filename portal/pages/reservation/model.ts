import { findConsent } from '@enkaku/shared/db/consent.ts';
import { findContact } from '@enkaku/shared/db/contact.ts';
import { listJobs } from '@enkaku/shared/db/job.ts';
import { findOrganisation } from '@enkaku/shared/db/organisation.ts';
import { findReservation, listReservationAssets } from '@enkaku/shared/db/reservation.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import type { Viewer } from '../../http/env.ts';
import { notFound } from '../../http/problem.ts';
import { bookers, centreStaff } from '../../policies/rule.ts';
import { newestReports } from './newest-reports.ts';
import type { ReservationModel } from './page.ts';

/** Everything the page of one reservation shows to this viewer. */
export async function reservationModel(
  context: Context,
  id: ReservationId,
  viewer: Viewer,
): Promise<ReservationModel> {
  const { db } = context.store;
  const reservation = await findReservation(db, id);
  if (reservation === undefined) throw notFound();
  const { organisationId, state, stoppedBy } = reservation;
  const membership = viewer.memberships.find((one) => one.organisationId === organisationId);
  const booker = membership !== undefined && bookers.includes(membership.role);
  const centre = viewer.memberships.some((one) => centreStaff.includes(one.role));
  const stopper =
    stoppedBy === null
      ? undefined
      : await db.selectFrom('authUser').select('name').where('id', '=', stoppedBy).executeTakeFirst();
  return {
    reservation,
    state,
    jobs: await listJobs(db, id),
    organisationName: (await findOrganisation(db, organisationId))?.name ?? '',
    assets: await listReservationAssets(db, id),
    contact: await findContact(db, organisationId, reservation.contactId),
    consent: await findConsent(db, id),
    report: (await newestReports(db, [id])).get(id),
    stoppedByName: stopper?.name ?? stoppedBy ?? '',
    may: {
      cancel: booker && state === 'confirmed' && reservation.opensAt > context.now(),
      stop: (booker || centre) && state === 'running',
      readReport: membership !== undefined,
    },
  };
}
