import type { ContactId, OrganisationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Locale } from '../../model/text.ts';

/** 担当者: who is written to and called, in the order of `rank` (1 first). */
export interface ContactTable {
  id: ContactId;
  organisationId: OrganisationId;
  name: string;
  email: string;
  phone: string;
  rank: number;
  locale: Locale;
  createdAt: Instant;
}
