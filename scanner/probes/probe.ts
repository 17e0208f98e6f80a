import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceData, EvidenceKind } from '@enkaku/shared/evidence/kinds.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import type { Guard } from '../guard/guard.ts';

/** What is known of a host when the probes after port discovery choose their places. `ports` is null for a domain. */
export interface HostView {
  readonly order: Order;
  readonly ports: EvidenceData['ports'] | null;
}

/** Sees one kind of evidence. It knows what is there, not what is bad. */
export interface Probe<K extends EvidenceKind = EvidenceKind> {
  readonly kind: K;
  /** Probes of the web ask one after another: a host gets one request at a time from us. */
  readonly lane?: 'web';
  /** The longest `gather` can take; what cannot end before the window closes does not start. */
  readonly worstCaseMs: number;
  /** Where to look; none where the service is not there. */
  places(host: HostView): readonly Endpoint[];
  gather(endpoint: Endpoint, guard: Guard, host: HostView): Promise<EvidenceData[K]>;
}
