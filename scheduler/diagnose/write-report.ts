import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { renderFiles } from '../reporter/render.ts';
import type { Gathered } from './gather.ts';

/** Every form of the report, and the evidence that it was judged from, one file each. */
export async function writeReport(directory: string, report: Report, gathered: Gathered): Promise<void> {
  await mkdir(path.join(directory, 'evidence'), { recursive: true });
  for (const file of await renderFiles(report, { locale: 'ja' })) {
    await writeWhole(path.join(directory, file.name), file.bytes);
  }
  for (const evidence of gathered.evidence) {
    await writeWhole(
      path.join(directory, 'evidence', `${evidence.id}.json`),
      JSON.stringify(evidence, null, 2),
    );
  }
}

/** A reader never meets half a file, whatever happens to the disk. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
