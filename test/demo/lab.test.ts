import { Resolver } from 'node:dns/promises';
import { expect, test } from 'vitest';
import { bedNames } from '../beds/bed.ts';
import { startLab } from './lab.ts';

test('every bed is there, real or stood in for, and the resolver finds each of them by name', async () => {
  await using lab = await startLab();
  expect(lab.beds.map((bed) => `${bed.strength}-${bed.daemon}`).sort()).toEqual([...bedNames].sort());
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers([`${lab.resolver?.address}:${lab.resolver?.port}`]);
  for (const bed of lab.beds) {
    const [name] = bed.names as readonly [string];
    expect(await resolver.resolve4(name)).toEqual([bed.address]);
  }
});
