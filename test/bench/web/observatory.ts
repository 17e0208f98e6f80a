import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What Mozilla's HTTP Observatory says of a site, test by test. */
export type ObservatoryTests = Readonly<Record<string, { readonly pass: boolean; readonly result: string }>>;

export interface ObservatoryRun {
  readonly seconds: number;
  readonly tests: ObservatoryTests;
}

/** Its 230 packages, some of which want to compile, are no part of a clone: it stands where `npm` put it. */
const folder = process.env.ENKAKU_OBSERVATORY ?? join(tmpdir(), 'enkaku-observatory');
const home = join(folder, 'node_modules/@mdn/mdn-http-observatory');

/** Why it cannot be run here; undefined when it can. */
export async function missingObservatory(): Promise<string | undefined> {
  if (!existsSync(join(home, 'src/scan.js'))) {
    return `it is not installed (npm install --ignore-scripts --prefix ${folder} @mdn/mdn-http-observatory@1.4.8)`;
  }
  // Lists that its install script would have fetched.
  await writeFile(join(home, 'conf/hsts-preload.json'), '{}');
  await writeFile(join(home, 'conf/tld-list.json'), '["test","com","jp"]');
  return undefined;
}

/** From its start to its end, as a user runs it. */
export async function runObservatory(
  name: string,
  address: string,
  rootFile: string,
): Promise<ObservatoryRun> {
  const startedMs = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [join(home, 'src/scan.js'), name], {
    timeout: 60_000,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${fileURLToPath(new URL('pin-names.ts', import.meta.url))}`,
      NODE_EXTRA_CA_CERTS: rootFile,
      ENKAKU_PINNED: address,
    },
  });
  const { tests } = JSON.parse(stdout) as { readonly tests: ObservatoryTests };
  return { seconds: (performance.now() - startedMs) / 1000, tests };
}
