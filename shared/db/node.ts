import type { Insertable, Kysely, Selectable } from 'kysely';
import type { NodeId } from '../model/id.ts';
import { addMs, type Instant } from '../model/instant.ts';
import { addFault, isNodeToBlame } from '../model/node-fault.ts';
import type { Database } from './database.ts';
import { decodeJson, encodeJson } from './json.ts';
import type { NodeTable } from './tables/node.ts';
import { hashToken, newToken } from './token.ts';

export type NodeRow = Selectable<NodeTable>;

const noFaults: NodeRow['faults'] = encodeJson([]);

/** A node of which nothing is known but what it said when it joined. */
export async function insertNode(
  db: Kysely<Database>,
  row: Omit<Insertable<NodeTable>, 'slots' | 'site' | 'faults'> & Partial<Insertable<NodeTable>>,
): Promise<void> {
  const unknown = { slots: 8, site: '', faults: noFaults };
  await db
    .insertInto('node')
    .values({ ...unknown, ...row })
    .execute();
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
  seen: Pick<NodeRow, 'lastSeenAt'> & Partial<Pick<NodeRow, 'version' | 'clockOffsetMs' | 'slots' | 'site'>>,
): Promise<void> {
  await db.updateTable('node').set(seen).where('id', '=', id).execute();
}

/** What is decided of a node by a person; its earlier faults are forgotten. False when there is no such node. */
export async function setNodeState(
  db: Kysely<Database>,
  id: NodeId,
  state: NodeRow['state'],
): Promise<boolean> {
  const result = await db
    .updateTable('node')
    .set({ state, faults: noFaults })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The node lost this host: it fell silent or failed. @returns whether it went into quarantine for it, just now */
export async function recordFault(
  db: Kysely<Database>,
  id: NodeId,
  host: string,
  now: Instant,
): Promise<boolean> {
  const node = await findNode(db, id);
  if (node === undefined) return false;
  const faults = addFault(decodeJson(node.faults), host, now);
  const quarantined = node.state === 'active' && isNodeToBlame(faults);
  await db
    .updateTable('node')
    .set({ faults: encodeJson(faults), ...(quarantined ? { state: 'quarantined' } : {}) })
    .where('id', '=', id)
    .execute();
  return quarantined;
}

export async function clearFaults(db: Kysely<Database>, id: NodeId): Promise<void> {
  await db
    .updateTable('node')
    .set({ faults: noFaults })
    .where('id', '=', id)
    .where('faults', '!=', noFaults)
    .execute();
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
