import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type FleetErrorCode =
  | 'invalid-request'
  | 'unsupported-protocol'
  | 'unknown-node'
  | 'join-refused'
  | 'node-revoked'
  | 'foreign-job'
  | 'unknown-job'
  | 'lease-lost'
  | 'clock-off'
  | 'too-large'
  | 'invalid-evidence';

const statusOf: Readonly<Record<FleetErrorCode, ContentfulStatusCode>> = {
  'invalid-request': 400,
  'unsupported-protocol': 400,
  'unknown-node': 401,
  'join-refused': 401,
  'node-revoked': 403,
  'foreign-job': 403,
  'unknown-job': 404,
  'lease-lost': 409,
  'clock-off': 409,
  'too-large': 413,
  'invalid-evidence': 422,
};

/** What a node is told when it may not: `{code, message}` with the status of the code. */
export class FleetError extends Error {
  override readonly name = 'FleetError';
  readonly code: FleetErrorCode;
  readonly status: ContentfulStatusCode;

  constructor(code: FleetErrorCode, message: string) {
    super(message.slice(0, 1000));
    this.code = code;
    this.status = statusOf[code];
  }
}
