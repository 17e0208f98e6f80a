import { z } from 'zod';

/** The lines of a copy: a header, one line a row, and an end without which the copy is not whole. */
export const headerSchema = z.strictObject({
  schema: z.literal('enkaku-backup/1'),
  /** The newest migration of the database it was made of. */
  migration: z.string(),
  createdAt: z.iso.datetime(),
});

const bytes = z.strictObject({ base64: z.base64() });
const value = z.union([z.string(), z.number(), z.null(), bytes]);
export type CopiedValue = z.infer<typeof value>;

export const lineSchema = z.union([
  z.strictObject({ table: z.string(), row: z.record(z.string(), value) }),
  z.strictObject({ end: z.strictObject({ rows: z.int().min(0) }) }),
]);

export class BrokenCopyError extends Error {
  override readonly name = 'BrokenCopyError';
  readonly code = 'broken-copy';
}

/** One form for what the two engines tell differently: instants as ISO text, truth as 0 and 1, bytes as base64. */
export function encodeValue(value: unknown): CopiedValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  throw new BrokenCopyError(`a value of type ${typeof value} cannot be copied`);
}

export function decodeValue(value: CopiedValue, columnType: string): unknown {
  if (value !== null && typeof value === 'object') return Buffer.from(value.base64, 'base64');
  return columnType === 'bool' && value !== null ? value === 1 : value;
}
