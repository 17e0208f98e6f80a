import { expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';

test('no argument → everything', () => {
  expect(parseArguments([])).toEqual({ paths: [] });
});

test('paths, a name and a project → all of them', () => {
  expect(parseArguments(['shared/model', '-t', 'window', '--project', 'unit', 'test/beds'])).toEqual({
    paths: ['shared/model', 'test/beds'],
    name: 'window',
    project: 'unit',
  });
});

test('the separator that pnpm hands on → ignored', () => {
  expect(parseArguments(['--', 'shared'])).toEqual({ paths: ['shared'] });
});

test.each([
  [['--watch'], 'Unknown option "--watch".'],
  [['-x'], 'Unknown option "-x".'],
  [['-t'], '-t needs a value.'],
  [['--project'], '--project needs a value.'],
  [['--project', 'browser'], 'There is no project "browser".'],
])('%j → refused', (args, error) => {
  expect(parseArguments(args)).toEqual({ error });
});
