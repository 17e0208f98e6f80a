import { z } from 'zod';
import { InvalidFeedError } from './feed.ts';

/** Ten times what the catalogue held in its first five years. */
const mostEntries = 20_000;

const vulnerability = z.object({
  cveID: z.string().regex(/^CVE-\d{4}-\d{4,9}$/),
  vulnerabilityName: z.string().max(1000),
  dateAdded: z.iso.date(),
  knownRansomwareCampaignUse: z.string().max(50).optional(),
});

/** CISA's "Known Exploited Vulnerabilities Catalog" as published; fields that are not used may change. */
const catalogue = z.object({
  catalogVersion: z.string().min(1).max(50),
  count: z.int().min(0),
  vulnerabilities: z.array(vulnerability).max(mostEntries),
});

export interface KevEntry {
  readonly cve: string;
  readonly name: string;
  /** `2026-11-21`. */
  readonly addedOn: string;
  readonly ransomware: 'known' | 'unknown';
}

export interface Kev {
  readonly version: string;
  readonly entries: readonly KevEntry[];
}

/** The feed, whole or not at all. @throws InvalidFeedError naming the first thing that does not fit */
export function parseKev(json: unknown): Kev {
  const parsed = catalogue.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidFeedError(`not the KEV catalogue: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { catalogVersion, count, vulnerabilities } = parsed.data;
  if (count !== vulnerabilities.length) {
    throw new InvalidFeedError(`the catalogue says ${count} entries and holds ${vulnerabilities.length}`);
  }
  const entries = new Map(vulnerabilities.map((one) => [one.cveID, entryOf(one)]));
  if (entries.size !== count) throw new InvalidFeedError('the catalogue names a CVE twice');
  return { version: catalogVersion, entries: [...entries.values()] };
}

function entryOf(one: z.infer<typeof vulnerability>): KevEntry {
  return {
    cve: one.cveID,
    name: one.vulnerabilityName,
    addedOn: one.dateAdded,
    ransomware: one.knownRansomwareCampaignUse === 'Known' ? 'known' : 'unknown',
  };
}
