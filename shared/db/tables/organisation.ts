import type { OrganisationId } from '../../model/id.ts';
import type { Instant } from '../../model/instant.ts';
import type { MunicipalityCode } from '../../model/municipality-code.ts';
import type { Locale } from '../../model/text.ts';

/** 団体. */
export interface OrganisationTable {
  id: OrganisationId;
  name: string;
  kind: 'municipality' | 'prefecture' | 'centre';
  /** 全国地方公共団体コード; null for the centre itself. */
  municipalityCode: MunicipalityCode | null;
  parentId: OrganisationId | null;
  /** What its finished mails carry. */
  mailDetail: 'findings' | 'summary';
  locale: Locale;
  createdAt: Instant;
}
