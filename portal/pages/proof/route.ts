import { type AssetRow, findAsset, insertProof, listProofs } from '@enkaku/shared/db/asset.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import type { AssetId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Request } from '../../http/env.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Errors, type Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { assetPolicy } from '../../policies/asset.ts';
import { bookers } from '../../policies/rule.ts';
import { assetState } from '../asset/state.ts';
import { maxAttachmentBytes, readAttachment } from './attachment.ts';
import { pendingProof } from './begin-proofs.ts';
import { proofPage } from './page.ts';
import { proofText } from './text.ts';
import { verifyNow } from './verify.ts';

const formOverheadBytes = 64 * 1024;
const maxExplanation = 1000;

export function proofRoutes(context: Context): readonly Route[] {
  const { db, engine } = context.store;

  async function asset(c: Request): Promise<AssetRow> {
    const found = await findAsset(db, c.req.param('id') as AssetId);
    if (found === undefined) throw notFound();
    return found;
  }

  async function show(c: Request, filled: Filled, status: 200 | 422) {
    const { viewer } = actingFor(c);
    const shown = await asset(c);
    const proofs = await listProofs(db, [shown.id]);
    const membership = viewer.memberships.find((one) => one.organisationId === shown.organisationId);
    const model = {
      asset: shown,
      state: assetState(proofs, shown.id, context.now()),
      proofs,
      token: proofs.find((proof) => proof.method !== 'centre-approval')?.token ?? '',
      mayProve: membership !== undefined && bookers.includes(membership.role),
    };
    return c.html(proofPage(viewOf(context, c), filled, model), status);
  }

  return [
    { method: 'GET', path: '/assets/:id', rule: assetPolicy.read, handle: (c) => show(c, blank, 200) },
    {
      method: 'POST',
      path: '/assets/:id/check',
      rule: assetPolicy.prove,
      async handle(c) {
        const { viewer } = actingFor(c);
        const shown = await asset(c);
        const method = c.get('form').text('method');
        const proof = (await listProofs(db, [shown.id])).find((one) => one.method === method);
        if (proof === undefined || proof.method === 'centre-approval') throw notFound();
        await verifyNow(context, shown, proof, { userId: viewer.id, locale: c.get('locale') });
        return c.redirect(`/assets/${shown.id}`);
      },
    },
    {
      method: 'POST',
      path: '/assets/:id/approval-request',
      rule: assetPolicy.prove,
      maxBytes: maxAttachmentBytes + formOverheadBytes,
      async handle(c) {
        const { viewer } = actingFor(c);
        const shown = await asset(c);
        const form = c.get('form');
        const explanation = form.text('explanation');
        const attachment = await readAttachment(form.file('attachment'));
        const errors: Record<string, Errors[string]> = {};
        if (explanation === '') errors.explanation = proofText.explanationMissing;
        if (explanation.length > maxExplanation) errors.explanation = proofText.explanationLong;
        if (attachment.outcome === 'wrong') errors.attachment = attachment.error;
        if (attachment.outcome === 'wrong' || Object.keys(errors).length > 0) {
          return await show(c, { values: form.values(), errors }, 422);
        }
        const at = context.now();
        const request = pendingProof({
          assetId: shown.id,
          method: 'centre-approval',
          token: '',
          by: viewer.id,
          at,
        });
        await db.transaction().execute(async (trx) => {
          await insertProof(trx, {
            ...request,
            evidence: explanation,
            attachmentName: attachment.name,
            attachment: attachment.bytes,
          });
          await appendAudit(trx, engine, {
            at,
            actor: viewer.id,
            action: 'approval.requested',
            subject: request.id,
            detail: { asset: shown.id },
          });
        });
        return c.redirect(`/assets/${shown.id}`);
      },
    },
  ];
}
