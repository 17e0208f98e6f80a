import type { Proof, Verdict } from '../../model/verdict.ts';
import { safe, undetermined } from '../verdicts.ts';
import {
  type Answer,
  answersTo,
  exchangesFor,
  type HttpEvidence,
  type HttpPurpose,
  type HttpResponse,
  isBlocked,
  pathOf,
  proofIn,
  unanswered,
} from './pages.ts';

/** Pieces of a body that, found together, only the thing itself has; undefined where one is missing. */
export type Markers = readonly [string, string, ...string[]];
export type FindMarkers = (response: HttpResponse) => Markers | undefined;

/**
 * A thing that should not be public, at the paths of its purposes. Accuses only with all its markers, and only when a
 * page that cannot exist (the control) is answered otherwise.
 */
export function judgeExposure(
  evidence: HttpEvidence,
  purposes: readonly HttpPurpose[],
  find: FindMarkers,
): Verdict {
  const exchanges = exchangesFor(evidence, ...purposes);
  const found = answersTo(evidence, ...purposes).find(
    ({ response }) => response.status === 200 && find(response) !== undefined,
  );
  if (found !== undefined) {
    const parts = find(found.response) ?? [];
    return withControl(evidence, (response) => find(response) !== undefined, {
      place: pathOf(found.url),
      proof: parts.map((part) => proofIn(evidence, found, ['body'], part)),
    });
  }
  const open = exchanges
    .map((exchange) => notShown(evidence, exchange))
    .find(({ verdict }) => verdict !== 'safe');
  return open ?? (exchanges.length === 0 ? undetermined('not-attempted') : safe);
}

/** The accusation, if the control stands against it. */
export function withControl(
  evidence: HttpEvidence,
  isSame: (response: HttpResponse) => boolean,
  { proof, place }: { readonly proof: readonly Proof[]; readonly place: string },
): Verdict {
  const control = exchangesFor(evidence, 'missing-page').at(0);
  if (control === undefined) return undetermined('no-control');
  if (control.response.outcome !== 'yes') return unanswered(control.response);
  const response = control.response.value;
  if (response.status === 200 && isSame(response)) return undetermined('same-for-missing-page');
  const [first, ...rest] = proof;
  if (first === undefined) return undetermined('no-proof');
  const answer: Answer = { index: control.index, url: control.url, response };
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [first, ...rest, proofIn(evidence, answer, ['status'])],
    place,
  };
}

/** What an answer without the markers proves. Refusing one path is an answer; refusing us everything is not. */
export function notShown(
  evidence: HttpEvidence,
  { response }: HttpEvidence['data']['exchanges'][number],
): Verdict {
  if (response.outcome !== 'yes') return unanswered(response);
  if (response.value.status >= 500 && !isBlocked(response.value)) return undetermined('server-error');
  if (!isBlocked(response.value)) return safe;
  const [root] = answersTo(evidence, 'root');
  const onlyHere = response.value.status === 403 && root !== undefined && !isBlocked(root.response);
  return onlyHere ? safe : undetermined('blocked');
}

/** The text that each pattern finds, all of them or none. */
export function allOf(
  body: string,
  first: RegExp,
  second: RegExp,
  ...more: readonly RegExp[]
): Markers | undefined {
  const [one, two, ...rest] = [first, second, ...more].map((pattern) => pattern.exec(body)?.[0]);
  if (one === undefined || two === undefined) return undefined;
  const others = rest.filter((part) => part !== undefined);
  return others.length === rest.length ? [one, two, ...others] : undefined;
}
