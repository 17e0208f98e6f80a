import type { Insertable, Kysely, Selectable } from 'kysely';
import type { NodeId } from '../model/id.ts';
import { addMs, type Instant } from '../model/instant.ts';
import type { Database } from './database.ts';
import type { NodeTable } from './tables/node.ts';
import { hashToken, newToken } from './token.ts';

export type NodeRow = Selectable<NodeTable>;

export async function insertNode(db: Kysely<Database>, row: Insertable<NodeTable>): Promise<void> {
  await db.insertInto('node').values(row).execute();
}

export async function findNodeByKeyHash(db: Kysely<Database>, keyHash: string): Promise<NodeRow | undefined> {
  return await db.selectFrom('node').selectAll().where('keyHash', '=', keyHash).executeTakeFirst();
}

export async function findNode(db: Kysely<Database>, id: NodeId): Promise<NodeRow | undefined> {
  return await db.selectFrom('node').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The one seen last comes first. */
export async function listNodes(db: Kysely<Database>): Promise<readonly NodeRow[]> {
  return await db.selectFrom('node').selectAll().orderBy('lastSeenAt', 'desc').orderBy('id').execute();
}

export async function touchNode(
  db: Kysely<Database>,
  id: NodeId,
  seen: Pick<NodeRow, 'lastSeenAt'> & Partial<Pick<NodeRow, 'version' | 'clockOffsetMs'>>,
): Promise<void> {
  await db.updateTable('node').set(seen).where('id', '=', id).execute();
}

export async function setNodeState(db: Kysely<Database>, id: NodeId, state: NodeRow['state']): Promise<void> {
  await db.updateTable('node').set({ state }).where('id', '=', id).execute();
}

/** A token with which one node may join once; only its hash is kept. */
export async function createJoinToken(
  db: Kysely<Database>,
  now: Instant,
  validMs = 24 * 3_600_000,
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('joinToken')
    .values({
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: addMs(now, validMs),
      usedAt: null,
      nodeId: null,
    })
    .execute();
  return token;
}

/** Uses a token up for this node, in one statement: of two that try at once, one gets false. */
export async function useJoinToken(
  db: Kysely<Database>,
  token: string,
  nodeId: NodeId,
  now: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('joinToken')
    .set({ usedAt: now, nodeId })
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
