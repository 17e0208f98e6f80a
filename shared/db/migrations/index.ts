import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import { initial } from './2026-11-21-initial.ts';
import { feedFiles } from './2026-11-27-feed-files.ts';
import { fleet } from './2026-11-27-fleet.ts';
import { optIns } from './2026-11-27-opt-ins.ts';
import { stops } from './2026-11-27-stops.ts';

/** Static, in order; a migration that has been released is never edited. */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    '2026-11-21-initial': initial(engine),
    '2026-11-27-feed-files': feedFiles,
    '2026-11-27-fleet': fleet,
    '2026-11-27-opt-ins': optIns,
    '2026-11-27-stops': stops,
  };
}
