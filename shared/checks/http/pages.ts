import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, undetermined } from '../verdicts.ts';

export type HttpEvidence = EvidenceOf<'http-response'>;
type Exchange = HttpEvidence['data']['exchanges'][number];
export type HttpPurpose = Exchange['purpose'];
export type HttpResponse = Extract<Exchange['response'], { outcome: 'yes' }>['value'];

/** A response with the number of its exchange, so that a proof can point at it. */
export interface Answer {
  readonly index: number;
  readonly url: string;
  readonly response: HttpResponse;
}

/** Forbidden, Misdirected, Too Many Requests, Service Unavailable: what firewalls and tired servers answer. */
const blockedStatuses: ReadonlySet<number> = new Set([403, 421, 429, 503]);
/** Firewalls that refuse with 200: F5, Imperva, Cloudflare. */
const firewallPage =
  /Request Rejected[\s\S]{0,400}support ID|Incapsula incident ID|_Incapsula_Resource|cf-browser-verification/i;

export function exchangesFor(
  { data }: HttpEvidence,
  ...purposes: readonly HttpPurpose[]
): readonly (Exchange & { readonly index: number })[] {
  return data.exchanges
    .map((exchange, index) => ({ ...exchange, index }))
    .filter(({ purpose }) => purposes.includes(purpose));
}

/** Every answer to `purposes` under the endpoint's own scheme, in order; what was not answered is left out. */
export function answersTo(evidence: HttpEvidence, ...purposes: readonly HttpPurpose[]): readonly Answer[] {
  return exchangesFor(evidence, ...purposes).flatMap(({ index, url, response }) =>
    response.outcome === 'yes' && url.startsWith(`${evidence.data.scheme}:`)
      ? [{ index, url, response: response.value }]
      : [],
  );
}

/**
 * Judges the front page as a browser ends up seeing it, redirects followed. Errors, data, and pages under the other
 * scheme are not pages of this endpoint; what a firewall says is not what the site says.
 */
export function judgePage(evidence: HttpEvidence, verdict: (page: Answer) => Verdict): Verdict {
  const last = exchangesFor(evidence, 'root', 'redirected').at(-1);
  if (last === undefined) return undetermined('not-attempted');
  if (last.response.outcome !== 'yes') return unanswered(last.response);
  if (!last.url.startsWith(`${evidence.data.scheme}:`)) return notApplicable;
  const page = { index: last.index, url: last.url, response: last.response.value };
  if (isBlocked(page.response)) return undetermined('blocked');
  if (page.response.status >= 500) return undetermined('server-error');
  return isHtmlPage(page.response) ? verdict(page) : notApplicable;
}

/** Judges what any answer of the front page may show, such as a header on a redirect; without an answer, nothing is. */
export function judgeAnswered(evidence: HttpEvidence, verdict: () => Verdict): Verdict {
  const [root] = exchangesFor(evidence, 'root');
  if (root === undefined) return undetermined('not-attempted');
  if (root.response.outcome !== 'yes') return unanswered(root.response);
  return isBlocked(root.response.value) ? undetermined('blocked') : verdict();
}

/** The reason why there is no answer, as an undetermined verdict. */
export function unanswered(response: Exclude<Exchange['response'], { outcome: 'yes' }>): Verdict {
  return undetermined(response.outcome === 'unknown' ? response.reason : 'closed');
}

export function isBlocked({ status, body }: HttpResponse): boolean {
  return blockedStatuses.has(status) || firewallPage.test(body);
}

export function isHtmlPage(response: HttpResponse): boolean {
  return response.status === 200 && isHtml(response);
}

export function isHtml(response: HttpResponse): boolean {
  const type = header(response, 'content-type');
  return type === undefined
    ? /^\s*<(?:!doctype html|html)/i.test(response.body)
    : /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type.trim());
}

/** Where only the beginning of a page is known, what does not stand there may stand behind it. */
export function isCutShort({ body, complete }: HttpResponse): boolean {
  return !complete && !/<\/html\s*>/i.test(body);
}

/** The first value of a header; browsers take the first of several where only one is allowed. */
export function header(response: HttpResponse, name: string): string | undefined {
  return headers(response, name)[0]?.value;
}

export function headers(
  { headers: all }: HttpResponse,
  name: string,
): readonly { at: number; value: string }[] {
  return all.flatMap(([key, value], at) => (key.toLowerCase() === name ? [{ at, value }] : []));
}

/** Proof in a response: the URL that was asked for stays findable beside it, as the exchange's own. */
export function proofIn(
  evidence: HttpEvidence,
  { index }: Answer,
  path: readonly (string | number)[],
  part?: string,
) {
  return proofAt(evidence, ['exchanges', index, 'response', 'value', ...path], part);
}

/** Path and query of a URL, where a finding is narrower than its endpoint. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '/';
}
