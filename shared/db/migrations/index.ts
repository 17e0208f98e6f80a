import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import { initial } from './2026-11-21-initial.ts';

/** Static, in order; a migration that has been released is never edited. */
export function migrations(engine: Engine): Record<string, Migration> {
  return { '2026-11-21-initial': initial(engine) };
}
