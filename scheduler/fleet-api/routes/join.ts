import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { insertNode, useJoinToken } from '@enkaku/shared/db/node.ts';
import { hashToken, newToken } from '@enkaku/shared/db/token.ts';
import { joinRequestSchema } from '@enkaku/shared/protocol/messages.ts';
import { newId } from '@enkaku/shared/protocol/new-id.ts';
import { publicKeyOf } from '@enkaku/shared/protocol/signing.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../body.ts';
import type { FleetHandler } from '../env.ts';
import { FleetError } from '../error.ts';
import { printable } from '../printable.ts';
import { requireProtocol } from '../protocol.ts';

/** POST /fleet/v1/join: a one-time token becomes a node with a key of its own. */
export function join({ store, orderKey, now }: Context): FleetHandler {
  return async function join(c) {
    const request = await readBody(c, joinRequestSchema);
    requireProtocol(request.protocol);
    const nodeId = newId('nod');
    const key = newToken();
    const at = now();
    await store.db.transaction().execute(async (trx) => {
      await insertNode(trx, {
        id: nodeId,
        name: printable(request.name),
        keyHash: hashToken(key),
        state: 'active',
        version: printable(request.version),
        joinedAt: at,
        lastSeenAt: at,
        clockOffsetMs: 0,
      });
      if (!(await useJoinToken(trx, request.token, nodeId, at))) {
        throw new FleetError('join-refused', 'the token is unknown, used or expired');
      }
      await appendAudit(trx, store.engine, {
        at,
        actor: `node:${nodeId}`,
        action: 'node-joined',
        subject: nodeId,
      });
    });
    return c.json({ nodeId, key, orderKey: publicKeyOf(orderKey) });
  };
}
