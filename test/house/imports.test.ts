import { expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from './source-files.ts';

const apps = ['scanner', 'scheduler', 'portal'] as const;

/** Who may import whom: the parts of `shared` that each part may read besides itself (DESIGN §2). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/model': [],
  'shared/evidence': ['shared/model'],
  'shared/checks': ['shared/model', 'shared/evidence', 'shared/knowledge'],
  'shared/knowledge': ['shared/model', 'shared/evidence', 'shared/checks'],
  'shared/report': ['shared/model', 'shared/evidence', 'shared/checks', 'shared/knowledge', 'shared/mail'],
  'shared/mail': ['shared/model', 'shared/evidence', 'shared/checks', 'shared/knowledge', 'shared/report'],
  'shared/protocol': ['shared/model', 'shared/evidence', 'shared/db'],
  'shared/db': ['shared/model', 'shared/evidence', 'shared/protocol'],
  scanner: ['shared/model', 'shared/evidence', 'shared/protocol'],
  scheduler: [
    'shared/model',
    'shared/evidence',
    'shared/checks',
    'shared/knowledge',
    'shared/report',
    'shared/mail',
    'shared/protocol',
    'shared/db',
  ],
  portal: [
    'shared/model',
    'shared/evidence',
    'shared/checks',
    'shared/knowledge',
    'shared/report',
    'shared/mail',
    'shared/db',
  ],
};

const files = sourceFiles('shared', ...apps);
const imports = files.flatMap(importsOf);

function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'shared' ? `shared/${second}` : top;
}

function describe({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

test('every import of our own files → one that the table allows', () => {
  const forbidden = imports.filter(({ file, target }) => {
    if (target === null || partOf(file) === partOf(target)) return false;
    return !(mayImport[partOf(file)] ?? []).includes(partOf(target));
  });

  expect(forbidden.map(describe)).toEqual([]);
});

test('model, evidence, checks, knowledge, report → no node:*', () => {
  const pure = /^shared\/(model|evidence|checks|knowledge|report)\//;

  expect(
    imports.filter(({ file, specifier }) => pure.test(file) && specifier.startsWith('node:')).map(describe),
  ).toEqual([]);
});

test('model, evidence, checks, knowledge, report → no clock, no randomness, no environment', () => {
  const pure = sourceFiles(
    'shared/model',
    'shared/evidence',
    'shared/checks',
    'shared/knowledge',
    'shared/report',
  );
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bcrypto\.(randomUUID|getRandomValues)|\bperformance\.now|\bTemporal\.Now/;

  expect(pure.filter(({ text }) => impure.test(text)).map(({ file }) => file)).toEqual([]);
});

test('no two files import each other in a circle', () => {
  const edges = Map.groupBy(
    imports.filter(({ target }) => target !== null),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { target } of edges.get(file) ?? []) if (target !== null) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const { file } of files) visit(file, []);

  expect(circles).toEqual([]);
});

test('the reader of imports → sees every way to write one', () => {
  const text =
    "import a from './a.ts';\nimport type { B } from 'zod';\nimport './c.ts';\nexport { d } from '../d.ts';\nawait import('node:fs');";

  expect(importsOf({ file: 'shared/model/x.ts', text }).map(({ specifier }) => specifier)).toEqual([
    './a.ts',
    'zod',
    './c.ts',
    '../d.ts',
    'node:fs',
  ]);
});
