import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** The absolute path of a program: `name` itself when it has a slash, else the first of PATH; undefined if there is none. */
export function findProgram(name: string, searchPath: string): string | undefined {
  const candidates = name.includes('/')
    ? [path.resolve(name)]
    : searchPath
        .split(path.delimiter)
        .filter((folder) => folder !== '')
        .map((folder) => path.join(folder, name));
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
