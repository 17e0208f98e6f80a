import type { Membership } from '@enkaku/shared/db/membership.ts';
import type { Request, Viewer } from './env.ts';
import { forbidden } from './problem.ts';

/** The person and the organisation they currently act for. A route's rule has let them in; this tells the types so. */
export function actingFor(c: Request): { readonly viewer: Viewer; readonly membership: Membership } {
  const viewer = c.get('viewer');
  if (viewer?.current === undefined) throw forbidden();
  return { viewer, membership: viewer.current };
}
