import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the top of the repository, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The code of the given folders, tests and fixtures left out. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .filter((file) => !file.includes('node_modules') && !/\.(test|fixture)\.ts$/.test(file))
    .map((file) => ({
      file: file.split(path.sep).join('/'),
      text: readFileSync(path.join(root, file), 'utf8'),
    }));
}

export interface Import {
  readonly file: string;
  /** As written: `./x.ts`, `node:fs`, `@enkaku/shared/model/window.ts`, `zod`. */
  readonly specifier: string;
  /** For files of this repository, from its top; null for everything else. */
  readonly target: string | null;
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s*'([^']+)'/g;

export function importsOf({ file, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(importing)].map(([, fromClause, dynamic, bare]) => {
    const specifier = fromClause ?? dynamic ?? bare ?? '';
    return { file, specifier, target: targetOf(file, specifier) };
  });
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  if (specifier.startsWith('@enkaku/')) return specifier.slice('@enkaku/'.length);
  return null;
}
