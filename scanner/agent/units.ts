import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { EvidenceKind } from '@enkaku/shared/evidence/kinds.ts';
import type { Grant, Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import type { HostView, Probe } from '../probes/probe.ts';

/** One probe at one place: the unit of progress, and of what is left 未診断. */
export interface Unit {
  readonly probe: Probe;
  readonly endpoint: Endpoint;
}

export interface Plan {
  readonly units: readonly Unit[];
  /** What an earlier attempt brought already. */
  readonly gathered: number;
  readonly unprobed: readonly Unprobed[];
}

/** Where every wanted probe but `ports` looks, each place once, without what is there already. */
export function planUnits(probes: readonly Probe[], view: HostView, gathered: Grant['gathered']): Plan {
  const known = new Set(gathered.map(({ kind, endpoint }) => keyOf(kind, endpoint)));
  const units = new Map<string, Unit>();
  const unprobed: Unprobed[] = [];
  for (const probe of wantedProbes(probes, view.order)) {
    try {
      for (const endpoint of probe.places(view)) units.set(keyOf(probe.kind, endpoint), { probe, endpoint });
    } catch (error) {
      unprobed.push(toUnprobed(probe.kind, wholeTarget(view.order), 'probe-failed', String(error)));
    }
  }
  const open = [...units].filter(([key]) => !known.has(key)).map(([, unit]) => unit);
  return { units: open, gathered: units.size - open.length, unprobed };
}

export function wantedProbes(probes: readonly Probe[], order: Order): readonly Probe[] {
  return probes.filter((probe) => probe.kind !== 'ports' && order.kinds.includes(probe.kind));
}

/** The place of what holds for the whole host or domain. */
export function wholeTarget({ target }: Order): Endpoint {
  const host = target.kind === 'host' ? target.address : target.domain;
  return { host, name: null, port: null, transport: 'tcp' };
}

export function toUnprobed(
  kind: EvidenceKind,
  endpoint: Endpoint,
  reason: Unprobed['reason'],
  detail = '',
): Unprobed {
  return { kind, endpoint, reason, detail: detail.slice(0, 500).toWellFormed() };
}

export function keyOf(kind: EvidenceKind, { host, name, port, transport }: Endpoint): string {
  return JSON.stringify([kind, host, name, port, transport]);
}

/** `tls-hello 192.0.2.1:443 www.example.lg.jp`, for the live progress. */
export function describeUnit({ probe, endpoint }: Unit): string {
  const { host, port, name } = endpoint;
  const place = port === null ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return [probe.kind, place, ...(name === null ? [] : [name])].join(' ');
}
