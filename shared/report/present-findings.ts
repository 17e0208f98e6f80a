import { type Group, groups } from '../checks/group.ts';
import { formatDay } from '../model/format-date.ts';
import { addMs, type Instant, parseInstant } from '../model/instant.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Locale } from '../model/text.ts';
import type { Confidence } from '../model/verdict.ts';
import { productName } from './product-names.ts';
import type { Report, ReportFinding } from './schema.ts';
import { shorten, visible } from './visible.ts';
import { confidenceWords, groupWords, labels, severityWords } from './words.ts';

/** 対応期限の目安: the day it ends, null at the next regular change. */
export interface Due {
  readonly at: Instant | null;
  readonly text: string;
}

export interface PresentedFinding {
  /** From 1, the worst first: how actions and people refer to it. */
  readonly number: number;
  /** Its index in the report's own list. */
  readonly index: number;
  readonly check: string;
  readonly group: string;
  readonly severity: Severity;
  readonly severityLabel: string;
  readonly confidence: Confidence;
  readonly confidenceLabel: string;
  readonly host: string;
  readonly place: string;
  readonly title: string;
  readonly detail: string | null;
  readonly why: string;
  readonly fixes: readonly PresentedFix[];
  /** Shortened to what fits on a page; the whole is in the evidence. */
  readonly proof: readonly {
    readonly evidence: string;
    readonly pointer: string;
    readonly excerpt: string;
  }[];
  readonly references: readonly string[];
  readonly cves: readonly string[];
  readonly knownExploited: string | null;
  readonly due: Due;
}

export interface PresentedFix {
  readonly product: string;
  readonly steps: string;
  readonly snippet: string | null;
  readonly confirm: string;
}

const excerptLimit = 600;
const textLimit = 4000;

export function presentFindings(report: Report, locale: Locale): readonly PresentedFinding[] {
  return report.findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        compareSeverity(a.finding.severity, b.finding.severity) ||
        Number(a.finding.confidence === 'inferred') - Number(b.finding.confidence === 'inferred') ||
        a.index - b.index,
    )
    .map(({ finding, index }, order) => presentFinding(finding, index, order + 1, report, locale));
}

function presentFinding(
  finding: ReportFinding,
  index: number,
  number: number,
  report: Report,
  locale: Locale,
): PresentedFinding {
  return {
    number,
    index,
    check: finding.check,
    group: groupName(finding.group, locale),
    severity: finding.severity,
    severityLabel: severityWords[finding.severity][locale],
    confidence: finding.confidence,
    confidenceLabel: confidenceWords[finding.confidence][locale],
    host: visible(finding.host),
    place: shown(finding.place),
    title: shown(finding.title[locale]),
    detail: finding.detail === null ? null : shown(finding.detail[locale]),
    why: shown(finding.why[locale]),
    fixes: finding.fixes.map((fix) => ({
      product: productName(fix.product, locale),
      steps: shown(fix.steps[locale]),
      snippet: fix.snippet === null ? null : shown(fix.snippet),
      confirm: shown(fix.confirm),
    })),
    proof: finding.proof.map(({ evidence, pointer, excerpt }) => ({
      evidence: visible(evidence),
      pointer: visible(pointer),
      excerpt: shorten(visible(excerpt), excerptLimit),
    })),
    references: finding.references.map(visible),
    cves: finding.cves.map(visible),
    knownExploited: finding.kev ? labels.kev[locale] : null,
    due: dueOf(finding.dueDays, report, locale),
  };
}

function shown(text: string): string {
  return shorten(visible(text), textLimit);
}

function groupName(group: string, locale: Locale): string {
  const known = groups.find((candidate): candidate is Group => candidate === group);
  return known === undefined ? visible(group) : groupWords[known][locale];
}

/** @param days from the day it was judged */
export function dueOf(days: number | null, report: Report, locale: Locale): Due {
  if (days === null) return { at: null, text: labels.nextChange[locale] };
  const at = addMs(parseInstant(report.evaluatedAt), days * 86_400_000);
  const day = formatDay(at, locale);
  return { at, text: locale === 'ja' ? `${day}まで` : `by ${day}` };
}
