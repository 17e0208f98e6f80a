import type { Membership } from '@enkaku/shared/db/membership.ts';
import type { MiddlewareHandler } from 'hono';
import type { Context } from '../context.ts';
import type { PortalEnv, Viewer } from '../http/env.ts';
import { forbidden, notFound } from '../http/problem.ts';
import type { Rule } from './rule.ts';

/** Holds a route's rule. What belongs to another organisation does not exist: 404, not 403. */
export function enforce(context: Context, rule: Rule): MiddlewareHandler<PortalEnv> {
  return async function enforceRule(c, next) {
    if (rule.who === 'anyone') return await next();
    const viewer = c.get('viewer');
    if (viewer === undefined) return c.redirect(signInAddress(c.req.method, c.req.path));
    if (rule.who === 'half-signed-in') return await next();
    if (viewer.secondFactor === 'missing') return c.redirect('/two-factor');
    if (rule.who !== 'signed-in') await requireRole(context, viewer, rule, c.req.param('id'));
    await next();
  };
}

async function requireRole(
  context: Context,
  viewer: Viewer,
  rule: Extract<Rule, { who: 'member' | 'member-or-centre' }>,
  id: string | undefined,
): Promise<void> {
  if (rule.owner === undefined) {
    if (viewer.current === undefined || !rule.roles.includes(viewer.current.role)) throw forbidden();
    return;
  }
  const owner = id === undefined ? undefined : await rule.owner(context, id);
  if (owner === undefined) throw notFound();
  if (rule.who === 'member-or-centre' && viewer.memberships.some((one) => rule.centre.includes(one.role)))
    return;
  const membership: Membership | undefined = viewer.memberships.find((one) => one.organisationId === owner);
  if (membership === undefined) throw notFound();
  if (!rule.roles.includes(membership.role)) throw forbidden();
}

/** After signing in, a page that was only looked at is opened again; a form is not sent again. */
function signInAddress(method: string, path: string): string {
  return method === 'GET' && path !== '/' ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in';
}
