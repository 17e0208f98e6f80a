import { findOpenInvitation } from '@enkaku/shared/db/membership.ts';
import { findOrganisation } from '@enkaku/shared/db/organisation.ts';
import { hashToken } from '@enkaku/shared/db/token.ts';
import { setCookie } from 'hono/cookie';
import { signInWithPassword } from '../../auth/sign-in.ts';
import type { Context } from '../../context.ts';
import type { Request } from '../../http/env.ts';
import { Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { organisationCookie } from '../../http/session.ts';
import { blank, type Errors } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { anyone } from '../../policies/rule.ts';
import { acceptWithAccount, acceptWithNewAccount } from './accept.ts';
import { type InvitationModel, invitationPage } from './page.ts';
import { invitationText } from './text.ts';
import { checkAccount, parseEmail } from './validate.ts';

const path = '/invitation/:token';

export function invitationRoutes(context: Context): readonly Route[] {
  const { db } = context.store;

  async function open(c: Request) {
    const token = c.req.param('token') ?? '';
    const invitation = await findOpenInvitation(db, hashToken(token), context.now());
    const organisation = invitation && (await findOrganisation(db, invitation.organisationId));
    if (invitation === undefined || organisation === undefined) throw gone();
    const { role, email } = invitation;
    const model: InvitationModel = { token, organisation: organisation.name, role, email };
    return { invitation, model };
  }

  return [
    {
      method: 'GET',
      path,
      rule: anyone,
      handle: async (c) => c.html(invitationPage(viewOf(context, c), blank, (await open(c)).model)),
    },
    {
      method: 'POST',
      path,
      rule: anyone,
      async handle(c) {
        const { invitation, model } = await open(c);
        const viewer = c.get('viewer');
        if (viewer !== undefined) {
          if (!(await acceptWithAccount(context, invitation.tokenHash, viewer.id))) throw gone();
          setCookie(c, organisationCookie, invitation.organisationId, {
            path: '/',
            httpOnly: true,
            sameSite: 'Lax',
          });
          return c.redirect('/');
        }
        const form = c.get('form');
        const typed = {
          name: form.text('name'),
          email: form.text('email'),
          password: form.exact('password'),
        };
        const email = parseEmail(typed.email);
        const errors: Errors = checkAccount(typed, invitation.email);
        const taken =
          email !== undefined && (await hasAccount(email)) ? { email: invitationText.emailTaken } : {};
        const wrong = { ...errors, ...taken };
        if (email === undefined || Object.keys(wrong).length > 0) {
          const filled = { values: form.values(), errors: wrong };
          return c.html(invitationPage(viewOf(context, c), filled, model), 422);
        }
        if (!(await acceptWithNewAccount(context, invitation.tokenHash, { ...typed, email }))) throw gone();
        await signInWithPassword(context, c, { email, password: typed.password });
        return c.redirect('/two-factor');
      },
    },
  ];

  async function hasAccount(email: string): Promise<boolean> {
    return (
      (await db.selectFrom('authUser').select('id').where('email', '=', email).executeTakeFirst()) !==
      undefined
    );
  }
}

function gone(): Problem {
  return new Problem(404, 'invitation-gone', invitationText.gone);
}
