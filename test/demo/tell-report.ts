import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { summaryOf } from '../../scheduler/diagnose/summary.ts';
import type { PortalClient } from '../flow/portal-client.ts';

const files = [
  'report.json',
  'report.html',
  'report.en.html',
  'report.pdf',
  'findings.csv',
  'findings.xlsx',
] as const;

/** Grade, actions and findings, and every file of the report, downloaded as a member of staff would. */
export async function tellReport(
  client: PortalClient,
  reportId: string,
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  tell(`\n${summaryOf(await client.report(reportId)).trimEnd()}\n`);
  await mkdir(folder, { recursive: true });
  for (const name of files) {
    const bytes = await client.download(reportId, name);
    await writeFile(path.join(folder, name), bytes);
    tell(`${path.join(folder, name)} (${Math.ceil(bytes.length / 1024)} KB)`);
  }
}
