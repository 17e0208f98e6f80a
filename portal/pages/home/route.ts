import { listAssets, listPendingApprovals, listProofs, validProof } from '@enkaku/shared/db/asset.ts';
import { listReservations } from '@enkaku/shared/db/reservation.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import { setCookie } from 'hono/cookie';
import type { Context } from '../../context.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { organisationCookie } from '../../http/session.ts';
import { viewOf } from '../../layout/view.ts';
import { centreStaff, signedIn } from '../../policies/rule.ts';
import { newestReports } from '../reservation/newest-reports.ts';
import { centreHomePage, type HomeModel, homePage, nowherePage } from './page.ts';

const recentShown = 5;

export function homeRoutes(context: Context): readonly Route[] {
  const { db } = context.store;
  return [
    {
      method: 'GET',
      path: '/',
      rule: signedIn,
      async handle(c) {
        const view = viewOf(context, c);
        const current = view.viewer?.current;
        if (current === undefined) return c.html(nowherePage(view));
        if (centreStaff.includes(current.role)) {
          return c.html(centreHomePage(view, current.name, (await listPendingApprovals(db)).length));
        }
        return c.html(homePage(view, await homeModel(context, current.organisationId, current.name)));
      },
    },
    {
      method: 'POST',
      path: '/organisation',
      rule: signedIn,
      handle(c) {
        const wanted = c.get('form').text('organisation');
        if (!c.get('viewer')?.memberships.some((one) => one.organisationId === wanted)) throw notFound();
        const secure = context.config.url.protocol === 'https:';
        setCookie(c, organisationCookie, wanted, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
        return c.redirect('/', 303);
      },
    },
  ];
}

async function homeModel(
  context: Context,
  organisationId: OrganisationId,
  organisationName: string,
): Promise<HomeModel> {
  const { db } = context.store;
  const now = context.now();
  const assets = await listAssets(db, organisationId);
  const proofs = await listProofs(
    db,
    assets.map(({ id }) => id),
  );
  const reservations = await listReservations(db, organisationId);
  const reports = await newestReports(
    db,
    reservations.map(({ id }) => id),
  );
  const listed = reservations.map((reservation) => ({ reservation, report: reports.get(reservation.id) }));
  const open = listed.filter(
    ({ reservation: { state } }) => state === 'confirmed' || state === 'running' || state === 'judging',
  );
  const latest = listed.find(({ report }) => report !== undefined)?.report;
  return {
    organisationName,
    standing: {
      assets: assets.length,
      proven: assets.filter(({ id }) => validProof(proofs, id, now) !== undefined).length,
      booked: open.length > 0 ? 'something' : 'nothing',
      latestGrade: latest?.grade,
    },
    upcoming: open.at(-1),
    latest,
    recent: listed.slice(0, recentShown),
  };
}
