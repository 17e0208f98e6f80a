import type { EvidenceOf } from '../../evidence/evidence.ts';
import { milder, type Severity } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';

const submissionPort = 587;

const reason: Text = {
  ja: 'メールサーバーどうしの配送では、暗号化できない相手とは暗号なしで送る決まりのため、危険度を下げています。',
  en: 'Rated lower because mail servers deliver to each other without encryption when none can be agreed on (RFC 7435).',
};

/** TLS that its user would go without rather than not deliver: STARTTLS between mail servers, not from people's mail programs. */
export function isOpportunistic({
  data,
  endpoint,
}: EvidenceOf<'tls-hello'> | EvidenceOf<'certificate'>): boolean {
  return data.via === 'smtp-starttls' && endpoint.port !== submissionPort;
}

/**
 * Lowers a finding about opportunistic TLS and says why in its detail.
 * @param usual the check's own rating, for a verdict that names none
 * @param to what it becomes; one step milder unless given
 */
export function easeForMailServers(
  verdict: Verdict,
  evidence: EvidenceOf<'tls-hello'> | EvidenceOf<'certificate'>,
  usual: Severity,
  to?: Severity,
): Verdict {
  if (verdict.verdict !== 'vulnerable' || !isOpportunistic(evidence)) return verdict;
  const { detail } = verdict;
  return {
    ...verdict,
    severity: to ?? milder(verdict.severity ?? usual),
    detail: detail ? { ja: `${detail.ja}${reason.ja}`, en: `${detail.en} ${reason.en}` } : reason,
  };
}
