import { EnkakuError } from './error.ts';
import type { JobId, NodeId } from './id.ts';
import type { Instant } from './instant.ts';

/** A node's right to one job. `token` grows with every grant; a write with an older one is refused. */
export interface Lease {
  readonly jobId: JobId;
  readonly nodeId: NodeId;
  readonly token: number;
  readonly expiresAt: Instant;
}

export class LeaseLostError extends EnkakuError {
  override readonly name = 'LeaseLostError';
  readonly code = 'lease-lost';

  constructor(jobId: string) {
    super({
      ja: `ジョブ ${jobId} はほかの診断装置に引き継がれたか、終了しています。`,
      en: `Job ${jobId} was taken over by another node or has ended.`,
    });
  }
}
