import { expect, test } from 'vitest';
import { buildBanner } from './banner/build.fixture.ts';
import { InvalidEvidenceError, parseEvidence } from './evidence.ts';
import { evidenceKinds, kindOf } from './kinds.ts';

test.each(evidenceKinds)('%s → one upgrade for each version but the newest', (kind) => {
  const { version, upgrades = [] } = kindOf(kind);

  expect(upgrades).toHaveLength(version - 1);
});

test('a version that is not known yet → refused, by its number', () => {
  const evidence = { ...buildBanner('220 ready'), schema: 99 };

  expect(() => parseEvidence(evidence)).toThrow(InvalidEvidenceError);
  expect(() => parseEvidence(evidence)).toThrow('banner is known up to version');
});
