import type { AssetId, ContactId, OrganisationId, ReservationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { OptIn } from '../../model/opt-in.ts';
import type { Purpose } from '../../model/priority.ts';
import type { Locale } from '../../model/text.ts';
import type { JsonText } from '../json.ts';

/**
 * confirmed → running (its window is open and jobs exist) → judging (all jobs ended) → reported;
 * could-not-run where no job brought any evidence; stopped by a person; cancelled before it opened.
 */
export type ReservationState =
  | 'confirmed'
  | 'running'
  | 'judging'
  | 'reported'
  | 'could-not-run'
  | 'stopped'
  | 'cancelled';

/** 予約. */
export interface ReservationTable {
  id: ReservationId;
  organisationId: OrganisationId;
  contactId: ContactId;
  state: ReservationState;
  opensAt: Instant;
  closesAt: Instant;
  locale: Locale;
  /** `default`, `all` or a list, as in the order. */
  ports: string;
  purpose: Purpose;
  /** How many hosts and domains it is, and what they were estimated to take one after another, in milliseconds. */
  hosts: number;
  workMs: number;
  /** Tests that were consented to beyond the usual ones. */
  optIns: JsonText<readonly OptIn[]>;
  createdBy: string;
  createdAt: Instant;
  /** Set by 緊急停止; everything of this reservation ends within 2 s. */
  stoppedAt: Instant | null;
  stoppedBy: string | null;
  /** RFC 5545 SEQUENCE of its calendar entry. */
  calendarSequence: number;
  /** The reason shown to the owner when it could not run. */
  failure: string | null;
}

export interface ReservationAssetTable {
  reservationId: ReservationId;
  assetId: AssetId;
}

/** A time in which nothing may be scanned; organisation, address and site null: nothing at all. */
export interface BlackoutTable {
  id: string;
  organisationId: OrganisationId | null;
  /** An address, or a network in CIDR notation. */
  address: string | null;
  /** Nodes of this site get no work. */
  site: string | null;
  opensAt: Instant;
  closesAt: Instant;
  reason: string;
}
