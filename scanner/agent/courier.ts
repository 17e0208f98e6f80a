import type { Endpoint, Evidence } from '@enkaku/shared/evidence/evidence.ts';
import { parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import { type EvidenceData, type EvidenceKind, kinds } from '@enkaku/shared/evidence/kinds.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import type { Held, SchedulerLink } from './link.ts';
import { persistently } from './retry.ts';

/** Puts what a probe brought into an evidence's envelope. @throws InvalidEvidenceError */
export function seal<K extends EvidenceKind>(
  kind: K,
  endpoint: Endpoint,
  jobId: Held['jobId'],
  data: EvidenceData[K],
  nowMs: number,
): Evidence {
  const schema = kinds[kind].version;
  return parseEvidence({ id: newId('evd'), kind, schema, jobId, endpoint, gatheredAt: instant(nowMs), data });
}

/** Carries each evidence to the scheduler as soon as it exists, through trouble of the network, beside the probing. */
export class Courier {
  readonly #link: SchedulerLink;
  readonly #held: Held;
  readonly #signal: AbortSignal;
  readonly #lost: () => void;
  readonly #underway = new Set<Promise<void>>();

  /** @param lost told when the scheduler says that the lease is another's */
  constructor(link: SchedulerLink, held: Held, signal: AbortSignal, lost: () => void) {
    this.#link = link;
    this.#held = held;
    this.#signal = signal;
    this.#lost = lost;
  }

  /** @param rejected told when the scheduler will never accept it */
  send(evidence: Evidence, rejected: (error: unknown) => void): void {
    const sending = persistently(
      () => this.#link.sendEvidence(this.#held, evidence, this.#signal),
      this.#signal,
    ).catch((error: unknown) => {
      if (error instanceof LeaseLostError) this.#lost();
      else if (!this.#signal.aborted) rejected(error);
    });
    this.#underway.add(sending);
    sending.finally(() => this.#underway.delete(sending));
  }

  async delivered(): Promise<void> {
    await Promise.all(this.#underway);
  }
}
