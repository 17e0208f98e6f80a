import type { Request } from '../http/env.ts';

/** Hands the sign-in library's cookies on to the browser. */
export function passCookies(c: Request, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
}

/** The request's cookies with those that were just set, for the next call within the same request. */
export function withCookies(request: Headers, set: Headers): Headers {
  const fresh = set.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  const names = fresh.map((pair) => pair.split('=', 1)[0]);
  const kept = (request.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((pair) => pair !== '' && !names.includes(pair.split('=', 1)[0]));
  const headers = new Headers(request);
  headers.set('cookie', [...kept, ...fresh].join('; '));
  return headers;
}
