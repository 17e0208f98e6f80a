import type { Catalogue } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import type { Judgement } from '../checks/evaluate.ts';
import { groupOf } from '../checks/group.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../model/product.ts';
import { compareSeverity } from '../model/severity.ts';
import { fillText, placeholders, placeOf } from './fill.ts';
import { productFinder } from './products.ts';
import type { ReportFinding } from './schema.ts';
import { dueDays, raisedByExploitation } from './urgency.ts';

/** The accusing judgements as the report tells them, the worst first. */
export function findingsOf(
  judgements: readonly Judgement[],
  evidence: readonly Evidence[],
  catalogue: Catalogue,
  { kev, recog }: Pick<Knowledge, 'kev' | 'recog'>,
): readonly ReportFinding[] {
  const productsAt = productFinder(evidence, recog);
  const findings = judgements.flatMap(({ check: id, endpoint, verdict }): ReportFinding[] => {
    const check = catalogue[id];
    if (check === undefined || verdict.verdict !== 'vulnerable') return [];
    const cves = [...(check.cves ?? [])];
    const knownExploited = cves.some((cve) => kev.has(cve));
    const severity = raisedByExploitation(verdict.severity ?? check.severity, knownExploited);
    return [
      {
        check: id,
        group: groupOf(id),
        severity,
        confidence: verdict.confidence,
        host: endpoint.host,
        name: endpoint.name,
        port: endpoint.port,
        transport: endpoint.transport,
        place: placeOf(endpoint, verdict.place),
        title: check.text.vulnerable,
        detail: verdict.detail ?? null,
        why: check.text.why,
        fixes: fixesFor(check, placeholders(endpoint, verdict.place), productsAt(endpoint)),
        proof: verdict.proof.map((proof) => ({ ...proof })),
        references: [...check.references],
        cves,
        kev: knownExploited,
        epss: null,
        dueDays: dueDays(severity, knownExploited),
      },
    ];
  });
  return findings.sort(
    (a, b) =>
      compareSeverity(a.severity, b.severity) ||
      (a.confidence === b.confidence ? 0 : a.confidence === 'verified' ? -1 : 1) ||
      (a.host < b.host ? -1 : a.host > b.host ? 1 : 0) ||
      (a.port ?? 0) - (b.port ?? 0) ||
      (a.check < b.check ? -1 : a.check > b.check ? 1 : 0),
  );
}

/** The steps for what was seen, nearest first, then `any`; where none of the known products was seen, all of them. */
function fixesFor(
  check: Check,
  fill: (template: string) => string,
  seen: readonly Product[],
): ReportFinding['fixes'] {
  const matching = seen.flatMap((product) => check.fixes.filter((fix) => fix.product === product));
  const chosen =
    matching.length > 0 ? [...matching, ...check.fixes.filter((fix) => fix.product === 'any')] : check.fixes;
  return chosen.map((fix) => ({
    product: fix.product,
    steps: fillText(fix.steps, fill),
    snippet: fix.snippet === undefined ? null : fill(fix.snippet),
    confirm: fill(fix.confirm),
  }));
}
