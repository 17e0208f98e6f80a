import { type AssetRow, findProof, type ProofRow, updateProof } from '@enkaku/shared/db/asset.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Context } from '../../context.ts';
import { Problem } from '../../http/problem.ts';
import { pinAddresses } from '../../proof/pin-addresses.ts';
import { openNames } from '../../proof/resolve.ts';
import { proofValidMs } from '../proof/verify.ts';
import { approvalText } from './text.ts';

export interface Decision {
  readonly decision: 'approve' | 'refuse';
  readonly reason: string;
  readonly by: { readonly userId: string; readonly name: string };
}

/** Records a decision of the centre. An approval pins what the asset stands for now; why it could not comes back. */
export async function decideApproval(
  context: Context,
  asset: AssetRow,
  proof: ProofRow,
  decision: Decision,
): Promise<Text | undefined> {
  const { config, store } = context;
  const approved = decision.decision === 'approve';
  const addresses = approved ? await pinAddresses(asset, config.network, openNames(config.resolver)) : [];
  if ('outcome' in addresses) return addresses.reason;
  const at = context.now();
  const words = `${proof.evidence}\n— ${decision.by.name}: ${decision.reason}`;
  await store.db.transaction().execute(async (trx) => {
    if ((await findProof(trx, proof.id))?.state !== 'pending') {
      throw new Problem(409, 'already-decided', approvalText.done);
    }
    await updateProof(trx, proof.id, {
      state: approved ? 'proven' : 'failed',
      addresses: encodeJson<readonly string[]>(addresses),
      evidence: words,
      verifiedBy: decision.by.userId,
      verifiedAt: at,
      expiresAt: approved ? addMs(at, proofValidMs) : null,
      failure: approved ? null : decision.reason,
    });
    await appendAudit(trx, store.engine, {
      at,
      actor: decision.by.userId,
      action: approved ? 'approval.granted' : 'approval.refused',
      subject: proof.id,
      detail: { asset: asset.id, reason: decision.reason, addresses },
    });
  });
  return undefined;
}
