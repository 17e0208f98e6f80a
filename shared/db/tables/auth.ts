/** The tables of the sign-in library (better-auth 1.7). Dates and booleans are whatever the engine's driver gives. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: unknown;
  image: string | null;
  twoFactorEnabled: unknown;
  createdAt: unknown;
  updatedAt: unknown;
}

export interface AuthSessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: unknown;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: unknown;
  updatedAt: unknown;
}

export interface AuthAccountTable {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: unknown;
  refreshTokenExpiresAt: unknown;
  scope: string | null;
  password: string | null;
  createdAt: unknown;
  updatedAt: unknown;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: unknown;
  createdAt: unknown;
  updatedAt: unknown;
}

export interface AuthTwoFactorTable {
  id: string;
  userId: string;
  secret: string;
  backupCodes: string;
  verified: unknown;
  failedVerificationCount: number | null;
  lockedUntil: unknown;
}
