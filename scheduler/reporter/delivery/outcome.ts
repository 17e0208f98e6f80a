import type { DrawnMail } from './draw-once.ts';

/** How one attempt to deliver a mail ended. */
export type Outcome =
  | { readonly outcome: 'sent' | 'sent-summary' }
  /** Worth another attempt. */
  | { readonly outcome: 'deferred'; readonly error: string }
  /** Refused for good. */
  | { readonly outcome: 'refused'; readonly error: string };

/** Takes a mail on its way. */
export interface Carrier extends Disposable {
  carry(mail: DrawnMail): Promise<Outcome>;
}
