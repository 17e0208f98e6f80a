import type { EvidenceKind } from '../evidence/kinds.ts';
import type { OptIn } from '../model/opt-in.ts';
import type { Catalogue } from './catalogue.ts';

/** The chapters of the catalogue. */
export type Group = 'tls' | 'cert' | 'http' | 'mail' | 'dns' | 'gear' | 'sw';
export const groups: readonly Group[] = ['tls', 'cert', 'http', 'mail', 'dns', 'gear', 'sw'];

const chapters: Readonly<Record<string, Group>> = {
  tls: 'tls',
  cert: 'cert',
  dane: 'cert',
  http: 'http',
  web: 'http',
  mail: 'mail',
  dns: 'dns',
  sw: 'sw',
};

/** `ssh`, `snmp`, `db` and whatever else a machine may expose is gear. */
export function groupOf(checkId: string): Group {
  return chapters[checkId.split('.')[0] ?? ''] ?? 'gear';
}

/** The checks of some chapters only. */
export function only(catalogue: Catalogue, wanted: readonly Group[]): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([id]) => wanted.includes(groupOf(id))));
}

/** Without the checks that need a consent which was not given. */
export function consented(catalogue: Catalogue, optIns: readonly OptIn[]): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).filter(([, { optIn }]) => optIn === undefined || optIns.includes(optIn)),
  );
}

/** What has to be seen for these checks; port discovery always belongs to it. */
export function kindsFor(catalogue: Catalogue): ReadonlySet<EvidenceKind> {
  return new Set<EvidenceKind>(['ports', ...Object.values(catalogue).flatMap((check) => check.needs)]);
}
