import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { createJoinToken, listNodes } from '@enkaku/shared/db/node.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { centrePolicy } from '../../policies/centre.ts';
import { nodePage } from './page.ts';

export function nodeRoutes(context: Context): readonly Route[] {
  const { db, engine } = context.store;
  const rule = centrePolicy.nodes;
  return [
    {
      method: 'GET',
      path: '/nodes',
      rule,
      handle: async (c) => c.html(nodePage(viewOf(context, c), await listNodes(db), undefined)),
    },
    {
      method: 'POST',
      path: '/nodes',
      rule,
      async handle(c) {
        const { viewer } = actingFor(c);
        const at = context.now();
        const token = await db.transaction().execute(async (trx) => {
          const made = await createJoinToken(trx, at);
          await appendAudit(trx, engine, {
            at,
            actor: viewer.id,
            action: 'join-token.made',
            subject: 'fleet',
          });
          return made;
        });
        const command = `npx --yes pnpm@12 scanner --join '${context.config.fleetUrl.origin}#${token}'`;
        return c.html(nodePage(viewOf(context, c), await listNodes(db), command));
      },
    },
  ];
}
