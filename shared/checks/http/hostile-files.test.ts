import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildWebFiles, fileAt, fileResponse } from '../../evidence/web-files/build.fixture.ts';
import { filePurposes } from '../../evidence/web-files/schema.ts';
import { noKnowledge } from '../../knowledge/knowledge.ts';
import { retire } from '../../knowledge/retire/retire.fixture.ts';
import type { Check } from '../check.ts';
import { verdictKnowing } from '../outcome.fixture.ts';
import { httpChecks } from './index.ts';

const checks: readonly (readonly [string, Check])[] = Object.entries(httpChecks).filter(
  ([, { needs }]) => needs[0] === 'web-files',
);
const longestMs = 500;

/** Every purpose is answered with the same body. */
function everywhere(body: string, type: string) {
  const response = fileResponse(200, [['Content-Type', type]], body, { head: '00' });
  const exchanges = filePurposes.map((purpose) => fileAt(purpose, `/${purpose}`, response));
  return buildWebFiles(exchanges, { scripts: ['https://www.city.example.jp/script'] });
}

const judge = (check: Check, body: string, type: string) =>
  verdictKnowing({ ...noKnowledge, retire }, check, everywhere(body, type));

const pieces = [
  '<title>',
  '<title>phpinfo()',
  '<script src="/static/00000000/scripts/',
  '<extension type="file" ',
  '<metafile<version>1.',
  '# HELP a ',
  '{"_links":{"self":{"href":',
  'a:***\n',
  'revlogv1\n',
  '<a href="',
  '"trace": [Illuminate\\',
  '/*! jQuery v1',
  '1',
  '\n',
];

test.each(checks)('%s → judges 16 KiB of anything in under half a second', (_, check) => {
  for (const piece of pieces) {
    const body = piece.repeat(16_384 / piece.length);
    for (const type of ['text/html', 'text/plain']) {
      const startedAt = performance.now();
      judge(check, body, type);
      expect(performance.now() - startedAt, piece).toBeLessThan(longestMs);
    }
  }
});

test('whatever stands in the files → no check throws', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom(...pieces));
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.constantFrom('text/html', 'text/plain'),
      (body, type) => {
        for (const [, check] of checks) judge(check, body.join(''), type);
      },
    ),
    { numRuns: 50 },
  );
});
