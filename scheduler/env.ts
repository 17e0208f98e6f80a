import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every variable that the scheduler reads, as text. */
export const environmentSchema = z.object({
  ENKAKU_VAR: z.string().min(1).default('var'),
  DATABASE_URL: z.string().optional(),
  FLEET_HOST: z.string().default('127.0.0.1'),
  FLEET_PORT: port.default(8701),
  FLEET_URL: z.url({ protocol: /^https?$/ }).optional(),
  FLEET_TLS_CERT: z.string().optional(),
  FLEET_TLS_KEY: z.string().optional(),
  PORTAL_HOST: z.string().default('127.0.0.1'),
  PORTAL_PORT: port.default(8700),
  PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('遠隔診断 <enkaku@localhost>'),
  ENKAKU_NETWORK: z.enum(['internet', 'lab']).default('internet'),
  ENKAKU_SOURCE_ADDRESSES: z.string().default(''),
  ENKAKU_CONTACT: z.string().max(200).default(''),
  ENKAKU_RESOLVER: z.string().optional(),
  ENKAKU_CA: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type Environment = z.infer<typeof environmentSchema>;

export class InvalidEnvironmentError extends Error {
  override readonly name = 'InvalidEnvironmentError';
  readonly code = 'invalid-environment';
}

/** @throws InvalidEnvironmentError naming the variable that is wrong */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const read = environmentSchema.safeParse(env);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new InvalidEnvironmentError(`${issue?.path.join('.')}: ${issue?.message}`);
}
