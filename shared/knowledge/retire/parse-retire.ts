import { z } from 'zod';
import type { Severity } from '../../model/severity.ts';
import { InvalidFeedError } from '../feed.ts';
import { retirePattern } from './pattern.ts';

export interface JsVulnerability {
  readonly atOrAbove: string | null;
  readonly below: string | null;
  /** Builds that were mended without a new number, such as `1.12.4-aem`. */
  readonly excludes: readonly string[];
  readonly severity: Severity;
  readonly summary: string;
  readonly cves: readonly string[];
}

export interface JsLibrary {
  readonly name: string;
  readonly filename: readonly RegExp[];
  readonly uri: readonly RegExp[];
  readonly content: readonly RegExp[];
  /** SHA-1 of a whole file → version. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly vulnerabilities: readonly JsVulnerability[];
}

/** What RetireJS knows of libraries that browsers load. */
export interface RetireFeed {
  readonly libraries: readonly JsLibrary[];
  /** Patterns left out because they could run long. */
  readonly skippedPatterns: number;
}

const text = z.string().max(4000);
const patterns = z.array(text).max(100).optional();

const vulnerability = z.object({
  atOrAbove: text.optional(),
  below: text.optional(),
  excludes: z.array(text).max(100).optional(),
  severity: z.enum(['none', 'low', 'medium', 'high', 'critical']),
  identifiers: z
    .object({ summary: text.optional(), CVE: z.array(text).max(100).optional(), githubID: text.optional() })
    .optional(),
});

const library = z.object({
  vulnerabilities: z.array(vulnerability).max(2000).optional(),
  extractors: z
    .object({
      filename: patterns,
      uri: patterns,
      filecontent: patterns,
      hashes: z.record(text, text).optional(),
    })
    .optional(),
});

const repository = z.record(z.string().max(200), library);

/** The repository of RetireJS in its format v5, whole or not at all. @throws InvalidFeedError */
export function parseRetire(json: unknown): RetireFeed {
  const parsed = repository.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidFeedError(`not RetireJS’s repository: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  let skippedPatterns = 0;
  const compile = (sources: readonly string[] = [], whole: 'anywhere' | 'whole' = 'anywhere') => {
    const compiled = sources.map((source) => retirePattern(source, whole));
    skippedPatterns += compiled.filter((pattern) => pattern === undefined).length;
    return compiled.filter((pattern) => pattern !== undefined);
  };
  const libraries = Object.entries(parsed.data).map(([name, { vulnerabilities = [], extractors = {} }]) => ({
    name,
    filename: compile(extractors.filename, 'whole'),
    uri: compile(extractors.uri),
    content: compile(extractors.filecontent),
    hashes: new Map(Object.entries(extractors.hashes ?? {})),
    vulnerabilities: vulnerabilities.map(vulnerabilityOf),
  }));
  return { libraries, skippedPatterns };
}

function vulnerabilityOf(one: z.infer<typeof vulnerability>): JsVulnerability {
  const { summary, CVE = [], githubID } = one.identifiers ?? {};
  return {
    atOrAbove: one.atOrAbove ?? null,
    below: one.below ?? null,
    excludes: one.excludes ?? [],
    severity: one.severity === 'none' ? 'info' : one.severity,
    summary: summary ?? githubID ?? '',
    cves: CVE.filter((id) => /^CVE-\d{4}-\d{4,9}$/.test(id)),
  };
}
