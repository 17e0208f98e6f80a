import { symmetricDecrypt } from 'better-auth/crypto';
import { type Auth, issuer } from './auth.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app needs, and the codes for the day it is lost. */
export interface PendingTotp {
  readonly uri: string;
  /** The secret to type where no camera is at hand, base32 (RFC 4648 §6). */
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

/** The second factor a user has begun to set up; undefined when none was begun or it is confirmed already. */
export async function pendingTotp(
  auth: Auth,
  user: { readonly id: string; readonly email: string },
): Promise<PendingTotp | undefined> {
  const context = await auth.$context;
  const row = await context.adapter.findOne<{ secret: string; verified: boolean | null }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: user.id }],
  });
  if (row === null || row.verified !== false) return undefined;
  const secret = base32(await symmetricDecrypt({ key: context.secretConfig, data: row.secret }));
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: user.id } });
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(user.email)}`;
  return {
    uri: `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`,
    secret,
    backupCodes,
  };
}

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
