import { findAsset, findProof, findProofAttachment, listPendingApprovals } from '@enkaku/shared/db/asset.ts';
import { findOrganisation } from '@enkaku/shared/db/organisation.ts';
import type { ProofId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import { sendDownload } from '../../http/download.ts';
import type { Request } from '../../http/env.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { centrePolicy } from '../../policies/centre.ts';
import { attachmentMediaType } from '../proof/attachment.ts';
import { decideApproval } from './decide.ts';
import { approvalListPage, approvalPage } from './page.ts';
import { approvalText } from './text.ts';

export function approvalRoutes(context: Context): readonly Route[] {
  const { db } = context.store;
  const rule = centrePolicy.approvals;

  async function request(c: Request) {
    const proof = await findProof(db, c.req.param('id') as ProofId);
    const asset = proof && (await findAsset(db, proof.assetId));
    const organisation = asset && (await findOrganisation(db, asset.organisationId));
    if (proof?.method !== 'centre-approval' || asset === undefined || organisation === undefined)
      throw notFound();
    if (proof.state !== 'pending') throw new Problem(409, 'already-decided', approvalText.done);
    const requester = await db
      .selectFrom('authUser')
      .select('name')
      .where('id', '=', proof.requestedBy)
      .executeTakeFirst();
    return { proof, asset, organisationName: organisation.name, requesterName: requester?.name ?? '' };
  }

  async function show(c: Request, filled: Filled, status: 200 | 422) {
    return c.html(approvalPage(viewOf(context, c), filled, await request(c)), status);
  }

  return [
    {
      method: 'GET',
      path: '/approvals',
      rule,
      handle: async (c) => c.html(approvalListPage(viewOf(context, c), await listPendingApprovals(db))),
    },
    { method: 'GET', path: '/approvals/:id', rule, handle: (c) => show(c, blank, 200) },
    {
      method: 'GET',
      path: '/approvals/:id/attachment',
      rule,
      async handle(c) {
        const { proof } = await request(c);
        const file = await findProofAttachment(db, proof.id);
        if (file === undefined || file.attachment === null) throw notFound();
        const mediaType = attachmentMediaType(file.attachment);
        return sendDownload(c, {
          name: file.attachmentName ?? 'document',
          mediaType,
          bytes: file.attachment,
        });
      },
    },
    {
      method: 'POST',
      path: '/approvals/:id',
      rule,
      async handle(c) {
        const { viewer } = actingFor(c);
        const { proof, asset } = await request(c);
        const form = c.get('form');
        const reason = form.text('reason');
        const decision = form.text('decision') === 'approve' ? 'approve' : 'refuse';
        if (reason === '')
          return await show(
            c,
            { values: form.values(), errors: { reason: approvalText.reasonMissing } },
            422,
          );
        const by = { userId: viewer.id, name: viewer.name };
        const trouble = await decideApproval(context, asset, proof, { decision, reason, by });
        if (trouble !== undefined)
          return await show(c, { values: form.values(), errors: { reason: trouble } }, 422);
        return c.redirect('/approvals');
      },
    },
  ];
}
