import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { Request } from './env.ts';

export const formTokenField = 'formToken';

/** The token of one session's forms; another session's does not fit. */
export function formToken(secret: string, session: string): string {
  return createHmac('sha256', secret).update(`form:${session}`).digest('base64url');
}

export function isFormToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Who has not signed in yet has a session too, for the forms that lead there. */
export function visitorSession(c: Request, config: Config): string {
  const secure = config.url.protocol === 'https:';
  const name = secure ? '__Host-enkaku_visitor' : 'enkaku_visitor';
  const known = getCookie(c, name);
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const fresh = randomBytes(32).toString('base64url');
  setCookie(c, name, fresh, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  return fresh;
}
