import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, undetermined } from '../verdicts.ts';
import { isBlocked, isLoginWall } from './blocked.ts';

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
 * Judges the front page as a browser ends up seeing it, redirects followed, over HTTP/1.1 and over HTTP/2. Errors, data,
 * and pages under the other scheme are not pages of this endpoint; what a firewall says is not what the site says.
 */
export function judgePage(evidence: HttpEvidence, verdict: (page: Answer) => Verdict): Verdict {
  const last = exchangesFor(evidence, 'root', 'redirected').at(-1);
  const usual = judgeLoaded(evidence, last, verdict);
  if (usual.verdict === 'vulnerable') return confirmed(evidence, last?.url, usual, verdict);
  const [http2] = exchangesFor(evidence, 'page-http2');
  if (http2?.response.outcome !== 'yes') return usual;
  const other = judgeLoaded(evidence, http2, verdict);
  return other.verdict === 'vulnerable' ? { detail: overHttp2, ...other } : usual;
}

/** The same page was asked for once more, on another connection: servers that share a name do not always agree. */
function confirmed(
  evidence: HttpEvidence,
  url: string | undefined,
  usual: Verdict,
  verdict: (page: Answer) => Verdict,
): Verdict {
  const again = exchangesFor(evidence, 'cors').find((exchange) => exchange.url === url);
  if (again?.response.outcome !== 'yes') return usual;
  const second = judgeLoaded(evidence, again, verdict);
  return second.verdict === 'safe' ? undetermined('answers-disagree') : usual;
}

const overHttp2 = {
  ja: 'HTTP/2 で接続したときの応答だけに見られます。',
  en: 'Seen over HTTP/2 only.',
};

function judgeLoaded(
  evidence: HttpEvidence,
  exchange: (Exchange & { readonly index: number }) | undefined,
  verdict: (page: Answer) => Verdict,
): Verdict {
  if (exchange === undefined) return undetermined('not-attempted');
  if (exchange.response.outcome !== 'yes') return unanswered(exchange.response);
  if (!exchange.url.startsWith(`${evidence.data.scheme}:`)) return notApplicable;
  const page = { index: exchange.index, url: exchange.url, response: exchange.response.value };
  if (isBlocked(page.response) || isLoginWall(page.response)) return undetermined('blocked');
  if (page.response.status >= 500) return undetermined('server-error');
  return isHtmlPage(page.response) ? verdict(page) : notApplicable;
}

type AskedAnswer = Answer & { readonly sent: Exchange['sent'] };

/**
 * Judges the answer to one further request, where the site itself answers at all; what a firewall says to it is not what
 * the site says. Where the same was asked once more, a fault counts that both answers show.
 */
export function judgeAsked(
  evidence: HttpEvidence,
  purpose: HttpPurpose,
  verdict: (answer: AskedAnswer) => Verdict,
): Verdict {
  const [first, again] = exchangesFor(evidence, purpose);
  return judgeAnswered(evidence, () => {
    if (first === undefined) return leadsAway(evidence) ? notApplicable : undetermined('not-attempted');
    const told = judgeReply(first, verdict);
    const differs =
      told.verdict === 'vulnerable' && again !== undefined && judgeReply(again, verdict).verdict === 'safe';
    return differs ? undetermined('answers-disagree') : told;
  });
}

function judgeReply(
  { index, url, sent, response }: Exchange & { readonly index: number },
  verdict: (answer: AskedAnswer) => Verdict,
): Verdict {
  if (response.outcome !== 'yes') return unanswered(response);
  return isBlocked(response.value)
    ? undetermined('blocked')
    : verdict({ index, url, sent, response: response.value });
}

/** Judges what any answer of the front page may show, such as a header on a redirect; without an answer, nothing is. */
export function judgeAnswered(evidence: HttpEvidence, verdict: () => Verdict): Verdict {
  const [root] = exchangesFor(evidence, 'root');
  if (root === undefined) return undetermined('not-attempted');
  if (root.response.outcome !== 'yes') return unanswered(root.response);
  return isBlocked(root.response.value) ? undetermined('blocked') : verdict();
}

/** Whether the front page lies elsewhere, so that there is no page here to ask more about. */
function leadsAway(evidence: HttpEvidence): boolean {
  const chain = exchangesFor(evidence, 'root', 'redirected');
  const [first, last] = [chain.at(0), chain.at(-1)];
  return first !== undefined && last !== undefined && new URL(first.url).origin !== new URL(last.url).origin;
}

/** The reason why there is no answer, as an undetermined verdict. */
export function unanswered(response: Exclude<Exchange['response'], { outcome: 'yes' }>): Verdict {
  return undetermined(response.outcome === 'unknown' ? response.reason : 'closed');
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

/** Where a response sends the browser on. */
export function leadsTo({ response, url }: Pick<Answer, 'response' | 'url'>): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = header(response, 'location') ?? '';
  return location !== '' && URL.canParse(location, url) ? new URL(location, url) : undefined;
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
