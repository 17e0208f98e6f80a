import type { Membership } from '@enkaku/shared/db/membership.ts';
import type { OrganisationId, ReservationId } from '@enkaku/shared/model/id.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Context as HonoContext } from 'hono';
import type { Form } from './form.ts';

/** Who is looking: signed in with both factors, unless `secondFactor` says otherwise. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: 'confirmed' | 'missing';
  readonly memberships: readonly Membership[];
  /** The one that lists and forms are about; undefined for someone who belongs nowhere (any more). */
  readonly current: Membership | undefined;
}

/** A diagnosis under way that this viewer may stop. */
export interface RunningReservation {
  readonly id: ReservationId;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
}

export interface PortalEnv {
  Variables: {
    locale: Locale;
    viewer: Viewer | undefined;
    running: readonly RunningReservation[];
    /** Has to come back with every form. */
    formToken: string;
    form: Form;
  };
}

export type Request = HonoContext<PortalEnv>;
