import type { Verdict } from '../../../model/verdict.ts';
import { judge, notApplicable, undetermined } from '../../verdicts.ts';
import { type DnsEvidence, isDomain, type Records, recordsFor, sameName } from '../records.ts';

/** RFC 7489 §6.3: the version comes first and its value is case-sensitive. */
const version = /^v\s*=\s*DMARC1\s*(?:;|$)/;

/** The DMARC records at one name: at the domain itself, or at one above it (RFC 7489 §6.6.3). */
export interface DmarcRecords extends Records {
  /** The answer as a whole. */
  readonly all: Records;
  readonly isOwn: boolean;
}

/** Judges the nearest DMARC records that were found; the domain's own answer, without records, where none was. */
export function judgeDmarc(evidence: DnsEvidence, verdict: (dmarc: DmarcRecords) => Verdict): Verdict {
  if (!isDomain(evidence)) return notApplicable;
  const asked = evidence.data.questions.flatMap(({ purpose }, index) => (purpose === 'dmarc' ? [index] : []));
  let own: DmarcRecords | undefined;
  for (const index of asked) {
    const records = recordsFor(evidence, 'dmarc', index);
    if (records.outcome !== 'yes') return judge(records, { no: notApplicable, yes: () => notApplicable });
    const dmarc = onlyDmarc(evidence, records.value);
    if (dmarc.found.length > 0) return verdict(dmarc);
    own ??= dmarc;
  }
  return own === undefined ? undetermined('not-attempted') : verdict(own);
}

function onlyDmarc({ endpoint }: DnsEvidence, all: Records): DmarcRecords {
  return {
    ...all,
    all,
    found: all.found.filter(({ data }) => version.test(data)),
    isOwn: sameName(all.name, `_dmarc.${endpoint.host}`),
  };
}

/** The value of a tag, in lower case; the first of a name counts. */
export function tagOf(record: string, tag: string): string | undefined {
  for (const part of record.split(';')) {
    const [name = '', ...value] = part.split('=');
    if (name.trim().toLowerCase() === tag) return value.join('=').trim().toLowerCase();
  }
  return undefined;
}

const jpCategories = /^(?:ac|ad|co|ed|go|gr|lg|ne|or)$/;

/**
 * Whether no name above this one could hold its policy: a name right below a registry. Municipal names of lg.jp
 * (`city.name.lg.jp`, `town.name.pref.lg.jp`) are registered as a whole.
 */
export function isRegistered(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  const [first = ''] = labels;
  const [second = '', top = ''] = labels.slice(-2);
  if (labels.length === 2) return true;
  if (top !== 'jp' || !jpCategories.test(second)) return false;
  return labels.length === 3 || (second === 'lg' && /^(?:metro|pref|city|town|vill|union)$/.test(first));
}
