import { type Catalogue, catalogue as everyCheck } from '../checks/catalogue.ts';
import { formatInstant, formatWindow } from '../model/format-date.ts';
import type { Grade } from '../model/grade.ts';
import { parseInstant } from '../model/instant.ts';
import { type Severity, severities } from '../model/severity.ts';
import type { Locale } from '../model/text.ts';
import type { Window } from '../model/window.ts';
import { countApplying } from './applying.ts';
import { type PresentedAction, presentActions } from './present-actions.ts';
import { type PresentedFinding, presentFindings } from './present-findings.ts';
import { type PresentedPlace, presentPlaces } from './present-places.ts';
import { presentSummary } from './present-summary.ts';
import type { Report } from './schema.ts';
import { visible } from './visible.ts';
import { conditions, gradeCriteria, gradeNote, labels, severityWords } from './words.ts';

/** What a report does not know of itself. */
export interface About {
  readonly organisation: string | null;
  readonly reportId: string | null;
  readonly window: Window | null;
  /** The addresses it was diagnosed from. */
  readonly sourceAddresses: readonly string[];
}
export const nothingMore: About = { organisation: null, reportId: null, window: null, sourceAddresses: [] };

/** A report in one language, ready to be laid out: every string is safe to show, none is markup. */
export interface PresentedReport {
  readonly locale: Locale;
  readonly title: string;
  readonly organisation: string | null;
  readonly handling: { readonly mark: string; readonly rule: string };
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly conditions: readonly string[];
  readonly grade: PresentedGrade;
  /** For those who decide: three to five sentences. */
  readonly summary: readonly string[];
  readonly counts: readonly PresentedCount[];
  readonly actions: readonly PresentedAction[];
  /** What is not among the ten, in a sentence. */
  readonly moreActions: string | null;
  readonly findings: readonly PresentedFinding[];
  readonly hosts: readonly PresentedHost[];
  readonly undetermined: readonly PresentedPlace[];
  readonly passed: readonly PresentedPlace[];
  readonly notApplicable: readonly PresentedPlace[];
  readonly load: string;
}

export interface PresentedGrade {
  readonly letter: Grade;
  readonly meaning: string;
  /** Why it is 暫定; null when it is final. */
  readonly provisional: string | null;
  readonly criteria: readonly { readonly letter: Grade; readonly text: string; readonly current: boolean }[];
  readonly note: string;
}

export interface PresentedCount {
  readonly severity: Severity;
  readonly label: string;
  readonly verified: number;
  readonly inferred: number;
}

export interface PresentedHost {
  readonly address: string;
  readonly name: string | null;
  readonly reachable: boolean;
  readonly reachability: string;
  readonly grade: Grade;
  /** `443/tcp https nginx 1.26.0`. */
  readonly services: readonly string[];
}

export interface PresentOptions {
  readonly about?: About;
  /** The checks whose words are used. */
  readonly catalogue?: Catalogue;
}

/** A report as a page, a PDF or a mail shows it. */
export function presentReport(
  report: Report,
  locale: Locale,
  { about = nothingMore, catalogue = everyCheck }: PresentOptions = {},
): PresentedReport {
  const findings = presentFindings(report, locale);
  const { shown, more } = presentActions(report, findings, locale);
  return {
    locale,
    title: labels.report[locale],
    organisation: about.organisation === null ? null : visible(about.organisation),
    handling: { mark: labels.handling[locale], rule: labels.handlingRule[locale] },
    facts: presentFacts(report, about, locale),
    conditions: conditions.map((text) => text[locale]),
    grade: presentGrade(report, locale),
    summary: presentSummary(report, findings, shown, locale),
    counts: severities.map((severity) => ({
      severity,
      label: severityWords[severity][locale],
      verified: countOf(report, severity, 'verified'),
      inferred: countOf(report, severity, 'inferred'),
    })),
    actions: shown,
    moreActions: more,
    findings,
    hosts: report.hosts.map((host) => presentHost(host, locale)),
    undetermined: presentPlaces(report.undetermined, catalogue, locale, about.sourceAddresses),
    passed: presentPlaces(report.passed, catalogue, locale),
    notApplicable: presentPlaces(report.notApplicable, catalogue, locale),
    load: presentLoad(report.load, locale),
  };
}

function presentFacts(report: Report, about: About, locale: Locale): PresentedReport['facts'] {
  const [startedAt, finishedAt, evaluatedAt] = [
    parseInstant(report.startedAt),
    parseInstant(report.finishedAt),
    parseInstant(report.evaluatedAt),
  ];
  const facts: readonly (readonly [label: keyof typeof labels, value: string | null])[] = [
    ['organisation', about.organisation],
    ['reportId', about.reportId],
    ['targets', presentTargets(report.hosts, locale)],
    ['window', about.window === null ? null : formatWindow(about.window, locale)],
    ['period', formatWindow({ opensAt: startedAt, closesAt: finishedAt }, locale)],
    ['evaluatedAt', formatInstant(evaluatedAt, locale)],
    ['sources', about.sourceAddresses.join('\n') || null],
    ['method', labels.methodText[locale]],
    ['authorizedBy', report.authorizedBy],
    ['catalogue', report.catalogue],
  ];
  return facts.flatMap(([label, value]) =>
    value === null ? [] : [{ label: labels[label][locale], value: visible(value) }],
  );
}

const namedTargets = 8;

/** The first ones by name; a table further on has them all. */
function presentTargets(hosts: Report['hosts'], locale: Locale): string | null {
  const named = hosts.slice(0, namedTargets).map((host) => nameAndAddress(host.name, host.address));
  const left = hosts.length - named.length;
  const more = locale === 'ja' ? `ほか${left}件` : `and ${left} more`;
  return [...named, ...(left > 0 ? [more] : [])].join('\n') || null;
}

function nameAndAddress(name: string | null, address: string): string {
  return name === null || name === address ? address : `${name} (${address})`;
}

function presentGrade(report: Report, locale: Locale): PresentedGrade {
  const letters: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];
  const { answered, unanswered } = countApplying(report);
  const applying = answered + unanswered;
  const why =
    locale === 'ja'
      ? `診断すべき${applying}項目のうち${unanswered}項目が未診断で、5分の1を超えているため、この評価は暫定です。`
      : `Provisional: ${unanswered} of the ${applying} checks that apply could not be answered, more than a fifth.`;
  return {
    letter: report.grade,
    meaning: gradeCriteria[report.grade][locale],
    provisional: report.provisional ? why : null,
    criteria: letters.map((letter) => ({
      letter,
      text: gradeCriteria[letter][locale],
      current: letter === report.grade,
    })),
    note: gradeNote[locale],
  };
}

function countOf(report: Report, severity: Severity, confidence: 'verified' | 'inferred'): number {
  return report.findings.filter((f) => f.severity === severity && f.confidence === confidence).length;
}

function presentHost(host: Report['hosts'][number], locale: Locale): PresentedHost {
  return {
    address: visible(host.address),
    name: host.name === null ? null : visible(host.name),
    reachable: host.reachable,
    reachability: labels[host.reachable ? 'reachable' : 'unreachable'][locale],
    grade: host.grade,
    services: host.services.map(({ port, transport, service, product, version }) =>
      visible([`${port}/${transport}`, service, product, version].filter((part) => part !== null).join(' ')),
    ),
  };
}

function presentLoad(
  { packets, requests, maxPerSecond, targetLatency }: Report['load'],
  locale: Locale,
): string {
  const unmeasured = locale === 'ja' ? '測定できず' : 'not measured';
  const ms = (value: number | null) =>
    value === null ? unmeasured : `${value < 1 ? '<1' : Math.round(value)} ms`;
  const [before, during, after] = [targetLatency.before, targetLatency.during, targetLatency.after].map(ms);
  return locale === 'ja'
    ? `送信したパケットは${packets}個、Web の要求は${requests}件、1秒あたりの最大は${maxPerSecond}個でした。診断対象の応答時間は、診断前が ${before}、診断中が ${during}、診断後が ${after} です。`
    : `${packets} packets and ${requests} web requests were sent, at most ${maxPerSecond} packets a second. Latency of the targets: ${before} before, ${during} during and ${after} after the diagnosis.`;
}
