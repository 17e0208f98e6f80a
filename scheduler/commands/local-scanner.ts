import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createJoinToken, findNode } from '@enkaku/shared/db/node.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import { z } from 'zod';

const stateSchema = z.object({ nodeId: z.templateLiteral(['nod_', z.string()]) });

/** How the scanner of this machine is started: it joins with a new token unless this database knows it already. */
export async function localScannerCommand(
  store: Store,
  stateFolder: string,
  fleetUrl: string,
  now: Instant,
): Promise<readonly [program: string, ...args: string[]]> {
  const file = path.join(stateFolder, 'node.json');
  const known = readNodeId(file);
  const node = known === undefined ? undefined : await findNode(store.db, known);
  if (node === undefined || node.state === 'revoked') rmSync(file, { force: true });
  const token = await createJoinToken(store.db, now);
  return ['scanner/main.ts', '--join', `${fleetUrl}#${token}`, '--state', stateFolder];
}

function readNodeId(file: string): NodeId | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).nodeId;
  } catch {
    return undefined;
  }
}
