import type { ReportId } from '@enkaku/shared/model/id.ts';
import { reportJsonSchema } from '@enkaku/shared/report/json-schema.ts';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from '../context.ts';
import type { PortalEnv } from '../http/env.ts';
import { readReport } from '../pages/report/read-report.ts';
import { enforce } from '../policies/enforce.ts';
import { reportPolicy } from '../policies/report.ts';
import { version } from '../version.ts';

const schemaAddress = '/api/v1/schemas/enkaku-report-1.json';
const error = z.object({ code: z.string(), message: z.string() });

const getReport = createRoute({
  method: 'get',
  path: '/api/v1/reports/{id}',
  summary: '診断結果報告書 as enkaku-report/1',
  description: `The report as it was sent; its JSON Schema is ${schemaAddress}. Needs the session of a member.`,
  request: { params: z.object({ id: z.string().regex(/^rep_[0-9a-z]{1,40}$/) }) },
  responses: {
    200: {
      description: 'enkaku-report/1',
      content: { 'application/json': { schema: z.looseObject({ schema: z.literal('enkaku-report/1') }) } },
    },
    404: { description: 'No such report, or not yours', content: { 'application/json': { schema: error } } },
  },
});

/** /api/v1: what programs may read. */
export function apiRoutes(context: Context): OpenAPIHono<PortalEnv> {
  const api = new OpenAPIHono<PortalEnv>();
  api.use('/api/v1/reports/:id', enforce(context, reportPolicy.read));
  api.openapi(getReport, async (c) => {
    const stored = await readReport(context.store.db, c.req.param('id') as ReportId);
    if (stored === undefined) return c.json({ code: 'not-found', message: 'no such report' }, 404);
    return c.json(stored.report, 200);
  });
  api.get(schemaAddress, (c) => c.json(reportJsonSchema()));
  api.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Enkaku 遠隔診断', version },
  });
  return api;
}
