import type { NodeRow } from '@enkaku/shared/db/node.ts';
import type { Handler, Context as HonoContext } from 'hono';

export interface FleetEnv {
  Variables: { node: NodeRow };
}
export type FleetHandler = Handler<FleetEnv>;
export type FleetRequest = HonoContext<FleetEnv>;
