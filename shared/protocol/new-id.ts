import { randomBytes } from 'node:crypto';
import { type Id, idOf } from '../model/id.ts';

/** A new id with 100 bits of randomness, `job_4k…` (20 characters of [0-9a-z] after the prefix). */
export function newId<P extends string>(prefix: P): Id<P> {
  const characters = [...randomBytes(20)].map((byte) => (byte % 32).toString(32));
  return idOf(prefix, characters.join(''));
}
