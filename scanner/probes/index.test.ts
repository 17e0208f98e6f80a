import { existsSync } from 'node:fs';
import path from 'node:path';
import { evidenceKinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, it } from 'vitest';
import { allProbes } from './index.ts';

describe('the probes', () => {
  it('one for each kind of evidence, in a folder of that name', () => {
    expect(allProbes.map(({ kind }) => kind).sort()).toEqual([...evidenceKinds].sort());
    const files = allProbes.map(({ kind }) => path.join(import.meta.dirname, kind, 'probe.ts'));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(allProbes.map((probe) => [probe.kind, probe] as const))(
    '%s → a worst case that is bounded',
    (_, probe) => {
      expect(probe.worstCaseMs).toBeGreaterThan(0);
      expect(probe.worstCaseMs).toBeLessThanOrEqual(600_000);
    },
  );
});
