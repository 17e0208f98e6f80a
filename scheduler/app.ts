import { LeaseLostError } from '@enkaku/shared/model/lease.ts';
import { Hono } from 'hono';
import type { Context } from './context.ts';
import { authenticate } from './fleet-api/authenticate.ts';
import { bodyLimits, limitBody } from './fleet-api/body.ts';
import type { FleetEnv, FleetRequest } from './fleet-api/env.ts';
import { FleetError } from './fleet-api/error.ts';
import { claim } from './fleet-api/routes/claim.ts';
import { control } from './fleet-api/routes/control.ts';
import { evidence } from './fleet-api/routes/evidence.ts';
import { finish } from './fleet-api/routes/finish.ts';
import { heartbeat } from './fleet-api/routes/heartbeat.ts';
import { join } from './fleet-api/routes/join.ts';

/** The fleet API without its socket: what nodes call. */
export function createApp(context: Context): Hono<FleetEnv> {
  const app = new Hono<FleetEnv>().basePath('/fleet/v1');
  const [usual, large] = [limitBody(bodyLimits.usual), limitBody(bodyLimits.large)];
  const node = authenticate(context);

  app.get('/health', async (c) => {
    await context.store.db.selectFrom('setting').select('key').limit(1).execute();
    return c.json({ status: 'ok' });
  });
  app.post('/join', usual, join(context));
  app.post('/claim', node, usual, claim(context));
  app.post('/jobs/:id/heartbeat', node, usual, heartbeat(context));
  app.post('/jobs/:id/control', node, usual, control(context));
  app.post('/jobs/:id/evidence', node, large, evidence(context));
  app.post('/jobs/:id/finish', node, large, finish(context));

  app.notFound((c) => c.json({ code: 'not-found', message: 'no such address' }, 404));
  app.onError((error, c) => answer(context, c, error));
  return app;
}

function answer({ log }: Context, c: FleetRequest, error: unknown): Response {
  const known = error instanceof LeaseLostError ? new FleetError('lease-lost', error.message) : error;
  if (known instanceof FleetError) return c.json({ code: known.code, message: known.message }, known.status);
  log.error({ err: error, path: c.req.path }, 'fleet request failed');
  return c.json({ code: 'internal', message: 'the scheduler failed; try again' }, 500);
}
