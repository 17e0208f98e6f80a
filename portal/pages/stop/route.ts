import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { listOrganisations } from '@enkaku/shared/db/organisation.ts';
import { liftStop, listStops, placeStop } from '@enkaku/shared/db/stop.ts';
import type { StopId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Request } from '../../http/env.ts';
import { Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { centrePolicy } from '../../policies/centre.ts';
import { stopPage } from './page.ts';
import { readStop } from './read-stop.ts';
import { stopText } from './text.ts';

export function stopRoutes(context: Context): readonly Route[] {
  const { db, engine } = context.store;
  const rule = centrePolicy.stops;

  async function show(c: Request, filled: Filled, status: 200 | 422) {
    const stops = await listStops(db);
    const placers = stops.map(({ placedBy }) => placedBy);
    const people =
      placers.length === 0
        ? []
        : await db.selectFrom('authUser').select(['id', 'name']).where('id', 'in', placers).execute();
    const model = {
      stops,
      organisations: await listOrganisations(db),
      people: new Map(people.map(({ id, name }) => [id, name])),
    };
    return c.html(stopPage(viewOf(context, c), filled, model), status);
  }

  return [
    { method: 'GET', path: '/stops', rule, handle: (c) => show(c, blank, 200) },
    {
      method: 'POST',
      path: '/stops',
      rule,
      async handle(c) {
        const form = c.get('form');
        const known = new Set<string>((await listOrganisations(db)).map(({ id }) => id));
        const read = readStop(form, known);
        if (read.outcome === 'wrong')
          return await show(c, { values: form.values(), errors: read.errors }, 422);
        const { target, reason } = read;
        const at = context.now();
        const by = actingFor(c).viewer.id;
        await db.transaction().execute(async (trx) => {
          const subject = await placeStop(trx, target, { reason, by, at });
          const detail = { ...target, reason };
          await appendAudit(trx, engine, { at, actor: by, action: 'stop.placed', subject, detail });
        });
        return c.redirect('/stops', 303);
      },
    },
    {
      method: 'POST',
      path: '/stops/:id/lift',
      rule,
      async handle(c) {
        const id = c.req.param('id') as StopId;
        const at = context.now();
        const by = actingFor(c).viewer.id;
        await db.transaction().execute(async (trx) => {
          if (!(await liftStop(trx, id, { by, at }))) {
            throw new Problem(409, 'already-lifted', stopText.alreadyLifted);
          }
          await appendAudit(trx, engine, { at, actor: by, action: 'stop.lifted', subject: id });
        });
        return c.redirect('/stops', 303);
      },
    },
  ];
}
