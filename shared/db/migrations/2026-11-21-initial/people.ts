import type { Engine } from '../../engine.ts';
import { type Column, id, integer, maybeText, type Tables, text, to } from '../columns.ts';

/** Who uses the service, and how they sign in. */
export function peopleTables(engine: Engine): Tables {
  const { boolean, timestamp } = engine.columnTypes;
  const time: Column = [timestamp];
  const maybeTime: Column = [timestamp, 'optional'];
  return {
    organisation: {
      id,
      name: text,
      kind: text,
      municipality_code: ['text', 'unique', 'optional'],
      parent_id: to('organisation.id', 'optional'),
      mail_detail: text,
      locale: text,
      created_at: text,
    },
    contact: {
      id,
      organisation_id: to('organisation.id'),
      name: text,
      email: text,
      phone: text,
      rank: integer,
      locale: text,
      created_at: text,
    },
    auth_user: {
      id,
      name: text,
      email: ['text', 'unique'],
      email_verified: [boolean],
      image: maybeText,
      two_factor_enabled: [boolean, 'optional'],
      created_at: time,
      updated_at: time,
    },
    auth_session: {
      id,
      user_id: to('auth_user.id'),
      token: ['text', 'unique'],
      expires_at: time,
      ip_address: maybeText,
      user_agent: maybeText,
      created_at: time,
      updated_at: time,
    },
    auth_account: {
      id,
      user_id: to('auth_user.id'),
      account_id: text,
      provider_id: text,
      access_token: maybeText,
      refresh_token: maybeText,
      id_token: maybeText,
      access_token_expires_at: maybeTime,
      refresh_token_expires_at: maybeTime,
      scope: maybeText,
      password: maybeText,
      created_at: time,
      updated_at: time,
    },
    auth_verification: {
      id,
      identifier: text,
      value: text,
      expires_at: time,
      created_at: time,
      updated_at: time,
    },
    auth_two_factor: {
      id,
      user_id: to('auth_user.id'),
      secret: text,
      backup_codes: text,
      verified: [boolean, 'optional'],
      failed_verification_count: ['integer', 'optional'],
      locked_until: maybeTime,
    },
    membership: {
      user_id: to('auth_user.id'),
      organisation_id: to('organisation.id'),
      role: text,
      created_at: text,
    },
    invitation: {
      token_hash: id,
      organisation_id: to('organisation.id'),
      role: text,
      email: maybeText,
      created_at: text,
      expires_at: text,
      used_at: maybeText,
    },
  };
}
