import type { Store } from '@enkaku/shared/db/open.ts';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Config } from '../config.ts';
import { hashPassword, maxPasswordLength, minPasswordLength, verifyPassword } from './password.ts';

export const issuer = 'Enkaku';
const workingDaySeconds = 10 * 3600;

export type Auth = ReturnType<typeof createAuth>;

/** The sign-in library on our database. None of its own HTTP endpoints is mounted: pages call `auth.api`. */
export function createAuth(config: Config, store: Store, secret: string) {
  return betterAuth({
    appName: issuer,
    baseURL: config.url.origin,
    secret,
    database: { db: store.db, type: store.engine.name },
    user: { modelName: 'authUser' },
    session: { modelName: 'authSession', expiresIn: workingDaySeconds, updateAge: 600 },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [twoFactor({ issuer, schema: { twoFactor: { modelName: 'authTwoFactor' } } })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'enkaku',
      useSecureCookies: config.url.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
  });
}
