import { findAsset } from '@enkaku/shared/db/asset.ts';
import type { AssetId, ReportId, ReservationId } from '@enkaku/shared/model/id.ts';
import type { Owner } from './rule.ts';

export const assetOwner: Owner = async (context, id) =>
  (await findAsset(context.store.db, id as AssetId))?.organisationId;

export const reservationOwner: Owner = async (context, id) => {
  const row = await context.store.db
    .selectFrom('reservation')
    .select('organisationId')
    .where('id', '=', id as ReservationId)
    .executeTakeFirst();
  return row?.organisationId;
};

export const reportOwner: Owner = async (context, id) => {
  const row = await context.store.db
    .selectFrom('report')
    .select('organisationId')
    .where('id', '=', id as ReportId)
    .executeTakeFirst();
  return row?.organisationId;
};
