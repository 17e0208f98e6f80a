import type { ConsentId, OrganisationId, ReservationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';

/** 同意: the text as it was shown, and who accepted it. */
export interface ConsentTable {
  id: ConsentId;
  organisationId: OrganisationId;
  reservationId: ReservationId;
  textVersion: string;
  text: string;
  acceptedBy: string;
  acceptedAt: Instant;
}
