import type { NodeRow } from '@enkaku/shared/db/node.ts';

type State = NodeRow['state'];

/** What an operator may decide of a node; a revoked one has to join anew. */
export const nextStates: Readonly<Record<State, readonly State[]>> = {
  active: ['draining', 'revoked'],
  draining: ['active', 'revoked'],
  quarantined: ['active', 'revoked'],
  revoked: [],
};
