import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { epochMs, parseInstant } from '@enkaku/shared/model/instant.ts';
import type { FinishRequest, Grant, Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Logger } from 'pino';
import type { OpenGuard } from '../guard/create-guard.ts';
import { closingMarginMs } from '../guard/time-window.ts';
import type { Probe } from '../probes/probe.ts';
import type { Progress } from './progress.ts';

/** Everything that looking at one target needs. */
export interface Looking {
  readonly guard: OpenGuard;
  readonly probes: readonly Probe[];
  readonly gathered: Grant['gathered'];
  /** The evidence `ports` of an earlier attempt. */
  readonly knownPorts: EvidenceData['ports'] | null;
  readonly progress: Progress;
  readonly send: (evidence: Evidence) => void;
  readonly now: () => number;
  readonly log: Logger;
}

export interface Looked {
  readonly outcome: FinishRequest['outcome'];
  readonly unprobed: readonly Unprobed[];
}

/** Whether work that may take `worstCaseMs` ends inside the window. What does not must not start. */
export function fitsWindow({ guard, now }: Looking, worstCaseMs: number): boolean {
  const closesAtMs = epochMs(parseInstant(guard.order.window.closesAt));
  return now() + worstCaseMs <= closesAtMs - closingMarginMs;
}
