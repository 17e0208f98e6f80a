import { findReportFile } from '@enkaku/shared/db/report.ts';
import type { ReportId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../../context.ts';
import { sendDownload } from '../../http/download.ts';
import { notFound } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { reportPolicy } from '../../policies/report.ts';
import { reportPage } from './page.ts';
import { readReport } from './read-report.ts';

export function reportRoutes(context: Context): readonly Route[] {
  const { db } = context.store;
  return [
    {
      method: 'GET',
      path: '/reports/:id',
      rule: reportPolicy.read,
      async handle(c) {
        const stored = await readReport(db, c.req.param('id') as ReportId);
        if (stored === undefined) throw notFound();
        return c.html(reportPage(viewOf(context, c), stored, context.config.sourceAddresses));
      },
    },
    {
      method: 'GET',
      path: '/reports/:id/files/:name',
      rule: reportPolicy.read,
      async handle(c) {
        const file = await findReportFile(db, c.req.param('id') as ReportId, c.req.param('name') ?? '');
        if (file === undefined) throw notFound();
        return sendDownload(c, file);
      },
    },
  ];
}
