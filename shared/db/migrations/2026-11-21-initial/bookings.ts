import { sql } from 'kysely';
import type { Engine } from '../../engine.ts';
import { id, integer, maybeText, type Tables, text, to } from '../columns.ts';

/** What may be diagnosed, and when. */
export function bookingsTables(engine: Engine): Tables {
  const { bytes: bytesType } = engine.columnTypes;
  const bytes = sql.raw(bytesType);
  return {
    asset: {
      id,
      organisation_id: to('organisation.id'),
      kind: text,
      value: text,
      label: text,
      created_at: text,
      removed_at: maybeText,
    },
    proof: {
      id,
      asset_id: to('asset.id'),
      method: text,
      state: text,
      token: text,
      addresses: text,
      evidence: text,
      attachment_name: maybeText,
      attachment: [bytes, 'optional'],
      requested_by: text,
      requested_at: text,
      verified_by: maybeText,
      verified_at: maybeText,
      expires_at: maybeText,
      failure: maybeText,
    },
    reservation: {
      id,
      organisation_id: to('organisation.id'),
      contact_id: to('contact.id'),
      state: text,
      opens_at: text,
      closes_at: text,
      locale: text,
      ports: text,
      created_by: text,
      created_at: text,
      stopped_at: maybeText,
      stopped_by: maybeText,
      calendar_sequence: integer,
      failure: maybeText,
    },
    reservation_asset: { reservation_id: to('reservation.id'), asset_id: to('asset.id') },
    consent: {
      id,
      organisation_id: to('organisation.id'),
      reservation_id: to('reservation.id'),
      text_version: text,
      text,
      accepted_by: text,
      accepted_at: text,
    },
    blackout: {
      id,
      organisation_id: to('organisation.id', 'optional'),
      address: maybeText,
      opens_at: text,
      closes_at: text,
      reason: text,
    },
  };
}
