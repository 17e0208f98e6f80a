import { epochMs, type Instant } from '../../model/instant.ts';
import { type Answer, answersTo, type HttpEvidence, headers } from './pages.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** In lower case; null where it is missing or none of the three, which browsers treat alike. */
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  /** In lower case, without a leading dot; null where the cookie stays with its host. */
  readonly domain: string | null;
  readonly path: string | null;
  /** Seconds; null where the attribute is missing or no number. */
  readonly maxAge: number | null;
  /** As sent; dates come in many spellings. */
  readonly expires: string | null;
}

/** A cookie where it was set: header number `at` of an answer. */
export interface SetCookie {
  readonly cookie: Cookie;
  readonly answer: Answer;
  readonly at: number;
}

/** RFC 6265bis §5.6. Undefined for what a browser ignores. */
export function parseSetCookie(header: string): Cookie | undefined {
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(header)) return undefined;
  const [pair = '', ...rest] = header.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === '' && value === '') return undefined;
  const attributes = new Map(
    rest.map((part) => {
      const [key = '', ...after] = part.split('=');
      return [key.trim().toLowerCase(), after.join('=').trim()];
    }),
  );
  const maxAge = attributes.get('max-age') ?? '';
  return {
    name,
    value,
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: sameSiteOf(attributes.get('samesite')),
    domain: attributes.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: attributes.get('path') || null,
    maxAge: /^-?\d{1,15}$/.test(maxAge) ? Number(maxAge) : null,
    expires: attributes.get('expires') ?? null,
  };
}

function sameSiteOf(value = ''): Cookie['sameSite'] {
  const lower = value.toLowerCase();
  return lower === 'strict' || lower === 'lax' || lower === 'none' ? lower : null;
}

/** A cookie that is sent only to have the browser forget it. */
function isDeletion({ maxAge, expires }: Cookie, at: Instant): boolean {
  if (maxAge !== null) return maxAge <= 0;
  return expires !== null && /(?:GMT|UTC)$/i.test(expires) && Date.parse(expires) <= epochMs(at);
}

/** The cookies that the front page, the redirects to it, and the login page leave in a browser under the endpoint's own scheme. */
export function cookiesOf(evidence: HttpEvidence, at: Instant): readonly SetCookie[] {
  return answersTo(evidence, 'root', 'redirected', 'login-page').flatMap((answer) =>
    headers(answer.response, 'set-cookie').flatMap(({ at: header, value }) => {
      const cookie = parseSetCookie(value);
      return cookie === undefined || isDeletion(cookie, at) ? [] : [{ cookie, answer, at: header }];
    }),
  );
}

const sessionName =
  /sess(?:ion)?(?:id)?|^(?:sid|cfid|cftoken|connect\.sid)$|[._-]sid$|^\.?aspxauth|^\.aspnetcore\.(?!antiforgery)|^wordpress_(?:logged_in|sec)|(?:^|[._-])(?:auth|login)(?:[._-]|$)/i;
/** Load balancers, visitor counts, and tokens that scripts must read. */
const otherName =
  /^(?:_ga|_gid|_gat|_gcl|__utm|_fbp|_pk_|awsalb|bigipserver|ts[0-9a-f]{6}|incap_|visid_)|csrf|xsrf/i;

/** Whether a cookie, by its name, keeps a person signed in or stands for their visit. */
export function isSession({ name }: Cookie): boolean {
  return sessionName.test(name) && !otherName.test(name);
}
