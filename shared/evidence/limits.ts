import { z } from 'zod';
import { unknownReasons } from '../model/observed.ts';

/** Everything a target sent is bounded here, once, in characters and in number. */
export const limits = { line: 2048, excerpt: 16_384, hex: 65_536, list: 512 } as const;

export const line = z.string().max(limits.line);
export const excerpt = z.string().max(limits.excerpt);
/** Raw bytes as lower-case hex. */
export const hex = z
  .string()
  .max(limits.hex)
  .regex(/^[0-9a-f]*$/);
export const portNumber = z.int().min(1).max(65_535);

/** The three answers of `Observed<T>`. */
export function observed<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('yes'), value }),
    z.strictObject({ outcome: z.literal('no') }),
    z.strictObject({ outcome: z.literal('unknown'), reason: z.enum(unknownReasons) }),
  ]);
}
