import {
  type Address,
  isWithin,
  parseAddress,
  parseCidr,
  specialPurpose,
} from '@enkaku/shared/model/address.ts';
import type { BookableAsset } from '@enkaku/shared/model/booking.ts';
import type { Estimator } from '@enkaku/shared/model/estimate.ts';
import type { AssetId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { openParts } from '@enkaku/shared/model/open-parts.ts';
import { addressesOf } from '@enkaku/shared/model/scope.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import { lengthMs, type Window } from '@enkaku/shared/model/window.ts';
import type { OrderTarget } from '@enkaku/shared/protocol/order.ts';

export interface Closed extends Window {
  /** The address or network (CIDR) that is closed; null: all of them. */
  readonly address: string | null;
}

export interface Planning {
  readonly window: Window;
  readonly ports: string;
  readonly network: 'internet' | 'lab';
  readonly assets: readonly BookableAsset[];
  /** Domains proven for the organisation: its servers are asked for transfers of these and of no other. */
  readonly zones: readonly string[];
  readonly blackouts: readonly Closed[];
  readonly estimator: Estimator;
  readonly now: Instant;
}

export interface PlannedJob extends Window {
  readonly target: OrderTarget;
  /** The address or the domain. */
  readonly host: string;
}

export interface Plan {
  readonly jobs: readonly PlannedJob[];
  /** What was booked and will not be diagnosed. */
  readonly refused: readonly { readonly asset: AssetId; readonly reason: Text }[];
}

/** As an order can carry them. */
const mostNames = 64;

/** One job for each address, with all its names, and one for each domain; never outside the proven scope. */
export function planJobs(planning: Planning): Plan {
  const refused = new Map<AssetId, Text>();
  const places = planning.assets.flatMap((asset) => placesOf(asset, planning, refused));
  const zones = [...new Set([...domainsOf(places), ...planning.zones])].slice(0, mostNames);
  const jobs = [...Map.groupBy(places, ({ host }) => host)].flatMap(([host, group]): PlannedJob[] => {
    const kind = group[0]?.kind ?? 'host';
    const window = roomFor(
      host,
      kind === 'host' ? planning.estimator.host(host, planning.ports) : planning.estimator.domain(host),
      planning,
    );
    const names = [...new Set(group.flatMap(({ name }) => name ?? []))];
    if (window === undefined) for (const { asset } of group) refused.set(asset, noRoom(host));
    if (window === undefined) return [];
    for (const { asset, name } of group) {
      if (name !== undefined && names.indexOf(name) >= mostNames) refused.set(asset, tooManyNames(host));
    }
    const target: OrderTarget =
      kind === 'domain'
        ? { kind, domain: host }
        : { kind, address: host, names: names.slice(0, mostNames), zones };
    return [{ target, host, ...window }];
  });
  return { jobs, refused: [...refused].map(([asset, reason]) => ({ asset, reason })) };
}

interface Place {
  readonly kind: OrderTarget['kind'];
  readonly host: string;
  readonly name?: string;
  readonly asset: AssetId;
}

function placesOf(asset: BookableAsset, planning: Planning, refused: Map<AssetId, Text>): readonly Place[] {
  const addresses = addressesOf(asset);
  const reason = refusal(asset, addresses, planning);
  if (reason !== undefined) {
    refused.set(asset.id, reason);
    return [];
  }
  if (asset.kind === 'domain') return [{ kind: 'domain', host: asset.value, asset: asset.id }];
  const name = asset.kind === 'name' ? { name: asset.value } : {};
  return addresses.map((address) => ({ kind: 'host', host: address, asset: asset.id, ...name }));
}

function refusal(asset: BookableAsset, addresses: readonly Address[], planning: Planning): Text | undefined {
  if (asset.provenUntil === null || (asset.kind !== 'domain' && addresses.length === 0)) {
    return {
      ja: `${asset.value} は所有確認が済んでいません。`,
      en: `${asset.value} is not proven to be the organisation’s.`,
    };
  }
  if (asset.provenUntil <= planning.now) {
    return {
      ja: `${asset.value} の所有確認の有効期限が切れています。`,
      en: `The proof of ${asset.value} has expired.`,
    };
  }
  const outside = addresses.find(
    (address) => (specialPurpose(address) === undefined) === (planning.network === 'lab'),
  );
  if (outside === undefined) return undefined;
  return {
    ja: `${outside} はこの環境では診断できないアドレスです。`,
    en: `${outside} is an address that is not diagnosed here.`,
  };
}

/** The first open part of the window that holds the work from now on, else the longest that is left. */
function roomFor(host: string, estimateMs: number, planning: Planning): Window | undefined {
  const parts = partsFor(host, planning);
  const left = ({ opensAt, closesAt }: Window) =>
    lengthMs({ opensAt: opensAt > planning.now ? opensAt : planning.now, closesAt });
  return parts.find((part) => left(part) >= estimateMs) ?? parts.toSorted((a, b) => left(b) - left(a))[0];
}

/** What is left of the window for this host from now on, in order. */
export function partsFor(
  host: string,
  { window, blackouts, now }: Pick<Planning, 'window' | 'blackouts' | 'now'>,
): readonly Window[] {
  const closed = blackouts.filter(({ address }) => address === null || covers(address, host));
  return openParts(window, closed).filter(({ closesAt }) => closesAt > now);
}

function covers(place: string, host: string): boolean {
  if (place === host) return true;
  const [network, address] = [parseCidr(place), parseAddress(host)];
  return network !== undefined && address !== undefined && isWithin(address, ...network);
}

function domainsOf(places: readonly Place[]): readonly string[] {
  return places.filter(({ kind }) => kind === 'domain').map(({ host }) => host);
}

function noRoom(host: string): Text {
  return {
    ja: `${host} には、診断枠の中に診断できる時間がありません。`,
    en: `The window leaves no time in which ${host} may be diagnosed.`,
  };
}

function tooManyNames(host: string): Text {
  return {
    ja: `${host} に割り当てられた名前が多すぎます（1 回に ${mostNames} 件まで）。`,
    en: `${host} has too many names; at most ${mostNames} are asked for at once.`,
  };
}
