import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { listMembers } from '@enkaku/shared/db/membership.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import {
  findOrganisation,
  findOrganisationByCode,
  insertOrganisation,
  listOrganisations,
} from '@enkaku/shared/db/organisation.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Request } from '../../http/env.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Errors, type Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { centrePolicy } from '../../policies/centre.ts';
import { parseEmail } from '../invitation/validate.ts';
import { invite } from './invite.ts';
import {
  newOrganisationPage,
  type OrganisationModel,
  organisationListPage,
  organisationPage,
  rolesFor,
} from './page.ts';
import { organisationText } from './text.ts';
import { parseOrganisation } from './validate.ts';

export function organisationRoutes(context: Context): readonly Route[] {
  const { db, engine } = context.store;
  const rule = centrePolicy.organisations;

  async function organisation(c: Request) {
    const found = await findOrganisation(db, c.req.param('id') as OrganisationId);
    if (found === undefined) throw notFound();
    return found;
  }

  async function show(
    c: Request,
    filled: Filled,
    status: 200 | 422,
    invitation?: OrganisationModel['invitation'],
  ) {
    const shown = await organisation(c);
    const members = await listMembers(db, shown.id);
    const model = { organisation: shown, members, ...(invitation === undefined ? {} : { invitation }) };
    return c.html(organisationPage(viewOf(context, c), filled, model), status);
  }

  return [
    {
      method: 'GET',
      path: '/organisations',
      rule,
      handle: async (c) => c.html(organisationListPage(viewOf(context, c), await listOrganisations(db))),
    },
    {
      method: 'GET',
      path: '/organisations/new',
      rule,
      handle: (c) => c.html(newOrganisationPage(viewOf(context, c), blank)),
    },
    {
      method: 'POST',
      path: '/organisations/new',
      rule,
      async handle(c) {
        const { viewer } = actingFor(c);
        const form = c.get('form');
        const parsed = parseOrganisation(form);
        const taken =
          parsed.outcome === 'organisation' && (await findOrganisationByCode(db, parsed.code)) !== undefined;
        if (parsed.outcome === 'wrong' || taken) {
          const errors: Errors =
            parsed.outcome === 'wrong' ? parsed.errors : { code: organisationText.codeTaken };
          return c.html(newOrganisationPage(viewOf(context, c), { values: form.values(), errors }), 422);
        }
        const id = newId('org');
        const at = context.now();
        const { name, kind, code } = parsed;
        await db.transaction().execute(async (trx) => {
          await insertOrganisation(trx, {
            id,
            name,
            kind,
            municipalityCode: code,
            parentId: null,
            mailDetail: 'findings',
            locale: 'ja',
            createdAt: at,
          });
          await appendAudit(trx, engine, {
            at,
            actor: viewer.id,
            action: 'organisation.added',
            subject: id,
            detail: { name, code },
          });
        });
        return c.redirect(`/organisations/${id}`, 303);
      },
    },
    { method: 'GET', path: '/organisations/:id', rule, handle: (c) => show(c, blank, 200) },
    {
      method: 'POST',
      path: '/organisations/:id',
      rule,
      async handle(c) {
        const to = await organisation(c);
        const form = c.get('form');
        const email = parseEmail(form.text('email'));
        const role = rolesFor(to.kind).find((one) => one === form.text('role'));
        if (email === undefined || role === undefined) {
          const errors: Errors = {
            ...(email === undefined ? { email: organisationText.emailWrong } : {}),
            ...(role === undefined ? { role: organisationText.roleMissing } : {}),
          };
          return await show(c, { values: form.values(), errors }, 422);
        }
        const link = await invite(context, { organisation: to, role, email, by: actingFor(c).viewer });
        return await show(c, blank, 200, { email, link });
      },
    },
  ];
}
