import { type Endpoint, type Evidence, placeKey } from './evidence.ts';
import { type EvidenceKind, evidenceKinds } from './kinds.ts';

/** A place that was to be looked at and was not. It becomes 未診断, never "clean". */
export interface NotSeen {
  readonly kind: EvidenceKind;
  readonly endpoint: Endpoint;
  readonly reason: string;
}

/**
 * Where port discovery itself did not get an answer, no other probe had anywhere to go: every kind of the host is unseen.
 */
export function notSeenBehind(
  evidence: readonly Evidence[],
  wanted: ReadonlySet<EvidenceKind>,
): readonly NotSeen[] {
  return evidence.flatMap((item) => {
    if (item.kind !== 'ports' || item.data.host === 'up') return [];
    const gathered = new Set(
      evidence.filter((other) => other.endpoint.host === item.endpoint.host).map((other) => other.kind),
    );
    return evidenceKinds
      .filter((kind) => wanted.has(kind) && !gathered.has(kind))
      .map((kind) => ({ kind, endpoint: item.endpoint, reason: `host-${item.data.host}` }));
  });
}

/** A place that two attempts missed is missed once; the last reason counts. */
export function missedOnce(places: readonly NotSeen[]): readonly NotSeen[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
