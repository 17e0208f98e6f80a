import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { FleetRequest } from './env.ts';
import { FleetError } from './error.ts';

/** In bytes. One evidence may hold all that a target sent, a finish all that was not looked at. */
export const bodyLimits = { usual: 64 * 1024, large: 8 * 1024 * 1024 } as const;

export function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new FleetError('too-large', `at most ${maxSize} bytes`);
    },
  });
}

/** The body, once its schema holds. @throws FleetError naming the first field that does not fit */
export async function readBody<T>(c: FleetRequest, schema: z.ZodType<T>): Promise<T> {
  const json: unknown = await c.req.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) throw new FleetError('invalid-request', 'the body is not JSON');
    throw error;
  });
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new FleetError('invalid-request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}
