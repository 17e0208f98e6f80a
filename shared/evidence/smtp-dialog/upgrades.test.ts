import { expect, test } from 'vitest';
import { unknown } from '../../model/observed.ts';
import { InvalidEvidenceError, parseEvidence } from '../evidence.ts';
import { buildSmtpDialog } from './build.fixture.ts';

const { injection, plainBanner, ...version1 } = buildSmtpDialog().data;
const stored = (data: unknown) => parseEvidence({ ...buildSmtpDialog(), schema: 1, data });

test('version 1 → what was heard stays, what nobody asked is not attempted', () => {
  expect(injection).not.toEqual(unknown('not-attempted'));
  expect(stored(version1).data).toEqual({
    ...version1,
    injection: unknown('not-attempted'),
    plainBanner,
  });
});

test.each([
  ['nothing at all', {}],
  ['a banner that is no reply', { ...version1, banner: 7 }],
])('version 1 with %s → refused, not thrown over', (_, data) => {
  expect(() => stored(data)).toThrow(InvalidEvidenceError);
});
