import { APIError } from 'better-auth/api';
import type { Context } from '../context.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Request } from '../http/env.ts';
import { passCookies, withCookies } from './cookies.ts';

export type SignInOutcome = 'code-wanted' | 'second-factor-missing' | 'wrong' | 'blocked';

/** The first factor. Where the second is still to be set up, its secret is prepared while the password is at hand. */
export async function signInWithPassword(
  context: Context,
  c: Request,
  credentials: { readonly email: string; readonly password: string },
): Promise<SignInOutcome> {
  const email = credentials.email.toLowerCase();
  const key = `${email} ${clientAddress(c)}`;
  if (context.signInFailures.isBlocked(key, context.now())) return 'blocked';
  try {
    const { headers, response } = await context.auth.api.signInEmail({
      body: { email, password: credentials.password },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    passCookies(c, headers);
    if ('twoFactorRedirect' in response) return 'code-wanted';
    await context.auth.api.enableTwoFactor({
      body: { password: credentials.password, method: 'totp' },
      headers: withCookies(c.req.raw.headers, headers),
    });
    return 'second-factor-missing';
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    context.signInFailures.recordFailure(key, context.now());
    return 'wrong';
  }
}

export type CodeOutcome = 'signed-in' | 'wrong' | 'expired';

/** The second factor: six digits of the app, or one of the backup codes. */
export async function signInWithCode(context: Context, c: Request, typed: string): Promise<CodeOutcome> {
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const call = { body: { code }, headers: c.req.raw.headers, returnHeaders: true } as const;
  try {
    const { headers } = /^\d{6}$/.test(code)
      ? await context.auth.api.verifyTOTP(call)
      : await context.auth.api.verifyBackupCode(call);
    passCookies(c, headers);
    return 'signed-in';
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return error.body?.code === 'INVALID_TWO_FACTOR_COOKIE' ||
      error.body?.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'
      ? 'expired'
      : 'wrong';
  }
}
