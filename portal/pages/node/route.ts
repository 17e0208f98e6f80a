import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { createJoinToken, findNode, listNodes, setNodeState } from '@enkaku/shared/db/node.ts';
import type { NodeId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { actingFor } from '../../http/acting-for.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { centrePolicy } from '../../policies/centre.ts';
import { nextStates } from './next-states.ts';
import { nodePage } from './page.ts';
import { nodeText } from './text.ts';

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
    {
      method: 'POST',
      path: '/nodes/:id/state',
      rule,
      async handle(c) {
        const id = c.req.param('id') as NodeId;
        const wanted = c.get('form').text('state');
        const node = await findNode(db, id);
        if (node === undefined) throw notFound();
        const state = nextStates[node.state].find((one) => one === wanted);
        if (state === undefined) throw new Problem(409, 'state-changed', nodeText.changeRefused);
        const at = context.now();
        await db.transaction().execute(async (trx) => {
          await setNodeState(trx, id, state);
          const entry = { at, actor: actingFor(c).viewer.id, action: `node.${state}`, subject: id };
          await appendAudit(trx, engine, entry);
        });
        return c.redirect('/nodes', 303);
      },
    },
  ];
}
