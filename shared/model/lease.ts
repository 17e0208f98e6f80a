import { EnkakuError } from './error.ts';

/** A node's right to one job carries a token that grows with every grant; a write with an older one is refused. */
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
