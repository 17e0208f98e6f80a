import { findAsset, insertAsset, listAssets, listProofs, removeAsset } from '@enkaku/shared/db/asset.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { newId } from '@enkaku/shared/db/new-id.ts';
import type { AssetId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Errors } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { assetPolicy } from '../../policies/asset.ts';
import { bookers } from '../../policies/rule.ts';
import { beginProofs } from '../proof/begin-proofs.ts';
import { assetListPage } from './list-page.ts';
import { newAssetPage } from './new-page.ts';
import { assetState } from './state.ts';
import { assetText } from './text.ts';
import { parseAsset } from './validate.ts';

const maxLabel = 100;

export function assetRoutes(context: Context): readonly Route[] {
  const { db, engine } = context.store;
  return [
    {
      method: 'GET',
      path: '/assets',
      rule: assetPolicy.list,
      async handle(c) {
        const { membership } = actingFor(c);
        const assets = await listAssets(db, membership.organisationId);
        const proofs = await listProofs(
          db,
          assets.map((asset) => asset.id),
        );
        const listed = assets.map((asset) => ({ asset, state: assetState(proofs, asset.id, context.now()) }));
        return c.html(assetListPage(viewOf(context, c), listed, bookers.includes(membership.role)));
      },
    },
    {
      method: 'GET',
      path: '/assets/new',
      rule: assetPolicy.add,
      handle: (c) => c.html(newAssetPage(viewOf(context, c), blank)),
    },
    {
      method: 'POST',
      path: '/assets/new',
      rule: assetPolicy.add,
      async handle(c) {
        const { viewer, membership } = actingFor(c);
        const { organisationId } = membership;
        const form = c.get('form');
        const parsed = parseAsset(form.text('kind'), form.text('value'), context.config.network);
        const label = form.text('label');
        const errors: Record<string, Errors[string]> = {};
        if (parsed.outcome === 'wrong') errors[parsed.field] = parsed.error;
        if (label.length > maxLabel) errors.label = assetText.labelLong;
        const known = await listAssets(db, organisationId);
        if (
          parsed.outcome === 'asset' &&
          known.some((one) => one.kind === parsed.kind && one.value === parsed.value)
        ) {
          errors.value = assetText.already;
        }
        if (parsed.outcome === 'wrong' || Object.keys(errors).length > 0) {
          return c.html(newAssetPage(viewOf(context, c), { values: form.values(), errors }), 422);
        }
        const id = newId('ast');
        const at = context.now();
        const { kind, value } = parsed;
        const asset = { id, organisationId, kind, value, label, createdAt: at, removedAt: null };
        await db.transaction().execute(async (trx) => {
          await insertAsset(trx, asset);
          await beginProofs(trx, asset, viewer.id);
          await appendAudit(trx, engine, {
            at,
            actor: viewer.id,
            action: 'asset.added',
            subject: id,
            detail: { kind, value },
          });
        });
        return c.redirect(`/assets/${id}`);
      },
    },
    {
      method: 'POST',
      path: '/assets/:id/remove',
      rule: assetPolicy.remove,
      async handle(c) {
        const { viewer } = actingFor(c);
        const asset = await findAsset(db, c.req.param('id') as AssetId);
        if (asset === undefined) throw notFound();
        const at = context.now();
        await db.transaction().execute(async (trx) => {
          await removeAsset(trx, asset.id, at);
          await appendAudit(trx, engine, {
            at,
            actor: viewer.id,
            action: 'asset.removed',
            subject: asset.id,
          });
        });
        return c.redirect('/assets');
      },
    },
  ];
}
