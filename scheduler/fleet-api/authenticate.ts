import { timingSafeEqual } from 'node:crypto';
import { findNodeByKeyHash } from '@enkaku/shared/db/node.ts';
import { hashToken } from '@enkaku/shared/db/token.ts';
import { createMiddleware } from 'hono/factory';
import type { Context } from '../context.ts';
import type { FleetEnv } from './env.ts';
import { FleetError } from './error.ts';

/** `Authorization: Bearer KEY`. Only the key's hash is known here. */
export function authenticate({ store }: Context) {
  return createMiddleware<FleetEnv>(async function authenticate(c, next) {
    const key = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (key === undefined) throw new FleetError('unknown-node', 'a node’s key is needed');
    const hash = hashToken(key);
    const node = await findNodeByKeyHash(store.db, hash);
    if (node === undefined || !timingSafeEqual(Buffer.from(node.keyHash), Buffer.from(hash))) {
      throw new FleetError('unknown-node', 'this key belongs to no node');
    }
    if (node.state === 'revoked') throw new FleetError('node-revoked', 'this node was revoked');
    c.set('node', node);
    await next();
  });
}
