import { listMemberships } from '@enkaku/shared/db/membership.ts';
import { getCookie } from 'hono/cookie';
import type { Context } from '../context.ts';
import type { Request, Viewer } from './env.ts';

export const organisationCookie = 'enkaku_organisation';

/** The viewer and the id of the session, read from the cookie; a session that is renewed sends its cookie again. */
export async function readSession(
  context: Context,
  c: Request,
): Promise<{ readonly viewer: Viewer; readonly sessionId: string } | undefined> {
  if (!c.req.header('cookie')?.includes('enkaku.session_token')) return undefined;
  const { headers, response } = await context.auth.api.getSession({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  if (response === null) return undefined;
  const { user, session } = response;
  const memberships = await listMemberships(context.store.db, user.id);
  const chosen = getCookie(c, organisationCookie);
  return {
    sessionId: session.id,
    viewer: {
      id: user.id,
      name: user.name,
      email: user.email,
      secondFactor: user.twoFactorEnabled ? 'confirmed' : 'missing',
      memberships,
      current: memberships.find((one) => one.organisationId === chosen) ?? memberships[0],
    },
  };
}
