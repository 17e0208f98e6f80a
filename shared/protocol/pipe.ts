import { z } from 'zod';
import { finishRequestSchema, grantSchema, heartbeatRequestSchema } from './messages.ts';

/** Parent and scanner child talk in lines of JSON over stdin and stdout; stderr is the log. A longer line is refused. */
export const pipeLineLimit = 64 * 1024 * 1024;

const jobId = z.templateLiteral(['job_', z.string()]);
const reason = z.enum(['stopped', 'window-closed', 'lease-lost']);

/** `hello` comes first; `stop` without a job stops all; after `end` no grant follows and the child ends with its jobs. */
export const parentMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), orderKey: z.string().max(5000), nodeId: z.string().max(100) }),
  z.strictObject({ type: z.literal('grant'), grant: grantSchema }),
  z.strictObject({ type: z.literal('stop'), jobId: jobId.optional(), reason: reason.optional() }),
  z.strictObject({ type: z.literal('end') }),
]);
export type ParentMessage = z.infer<typeof parentMessageSchema>;

const progress = heartbeatRequestSchema.omit({ leaseToken: true });
const finish = finishRequestSchema.omit({ leaseToken: true });

/** `ready` answers `hello`. `error` with a job: its order was refused and nothing was sent to the target. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), version: z.string().max(50) }),
  z.strictObject({ type: z.literal('evidence'), jobId, evidence: z.unknown() }),
  progress.extend({ type: z.literal('progress'), jobId }),
  finish.extend({ type: z.literal('finish'), jobId }),
  z.strictObject({
    type: z.literal('error'),
    jobId: jobId.nullable(),
    code: z.string().max(100),
    message: z.string().max(1000),
  }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;
