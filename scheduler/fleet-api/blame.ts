import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { recordFault } from '@enkaku/shared/db/node.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../context.ts';

/** A node brought nothing home of this host. Into quarantine when that happens again and again. */
export async function blame({ store, now, log }: Context, nodeId: NodeId, host: string): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    if (!(await recordFault(trx, nodeId, host, now()))) return;
    log.warn({ node: nodeId }, 'a node went into quarantine');
    await appendAudit(trx, store.engine, {
      at: now(),
      actor: 'system',
      action: 'node-quarantined',
      subject: nodeId,
      detail: { host },
    });
  });
}
