import { z } from 'zod';
import { maxPasswordLength, minPasswordLength } from '../../auth/password.ts';
import type { Errors } from '../../layout/field.ts';
import type { NewAccount } from './accept.ts';
import { invitationText as text } from './text.ts';

const address = z.email().max(254);

/** The address as it is kept (lower case), or undefined when it is none. */
export function parseEmail(typed: string): string | undefined {
  const parsed = address.safeParse(typed.normalize('NFKC').toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

/** @param invited the only address this invitation is for; null: any */
export function checkAccount(account: NewAccount, invited: string | null): Errors {
  const email = parseEmail(account.email);
  const { length } = account.password.normalize('NFKC');
  return {
    ...(account.name === '' || account.name.length > 100 ? { name: text.nameMissing } : {}),
    ...(email === undefined ? { email: text.emailWrong } : {}),
    ...(email !== undefined && invited !== null && email !== invited ? { email: text.emailOther } : {}),
    ...(length < minPasswordLength || length > maxPasswordLength ? { password: text.passwordShort } : {}),
  };
}
