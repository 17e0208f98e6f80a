import type { Verdict } from '../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { isBlocked } from './blocked.ts';
import {
  type Asked,
  answersFor,
  askedFor,
  type FileAnswer,
  type FilePurpose,
  type FileResponse,
  type FilesEvidence,
  proofOf,
  type Signs,
} from './files.ts';
import { header, pathOf, unanswered } from './pages.ts';

export type FindSigns = (response: FileResponse) => Signs | undefined;

/**
 * A thing that should not be public, at the paths of its purposes. Accuses only with all its signs, and only when two
 * files that cannot exist, in the same folder and with the same ending, are answered otherwise.
 */
export function judgeExposure(
  evidence: FilesEvidence,
  purposes: readonly FilePurpose[],
  find: FindSigns,
): Verdict {
  const accusations = answersFor(evidence, ...purposes).flatMap((answer) => {
    const signs = find(answer.response);
    return signs === undefined ? [] : [againstControls(evidence, answer, signs, find)];
  });
  return (
    accusations.find(({ verdict }) => verdict === 'vulnerable') ??
    accusations[0] ??
    judgeUnshown(evidence, askedFor(evidence, ...purposes))
  );
}

/** What answers without the signs prove: of all of them the one that leaves most open. */
export function judgeUnshown(evidence: FilesEvidence, asked: readonly Asked[]): Verdict {
  if (asked.length === 0) {
    return redirectsEverything(evidence) ? notApplicable : undetermined('not-attempted');
  }
  return asked.map((one) => notShown(evidence, one)).find(({ verdict }) => verdict !== 'safe') ?? safe;
}

function againstControls(
  evidence: FilesEvidence,
  answer: FileAnswer,
  signs: Signs,
  find: FindSigns,
): Verdict {
  const beside = askedFor(evidence, 'control').filter(
    ({ url }) => kindOfPath(url) === kindOfPath(answer.url),
  );
  const controls = answersFor(evidence, 'control').filter(({ index }) =>
    beside.some((control) => control.index === index),
  );
  if (controls.some(({ response }) => find(response) !== undefined)) {
    return undetermined('same-for-missing-page');
  }
  const silent = beside.find(({ response }) => response.outcome !== 'yes')?.response;
  if (silent !== undefined && silent.outcome !== 'yes') return unanswered(silent);
  if (controls.length < 2) return undetermined('no-control');
  const [first, ...rest] = signs;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [
      proofOf(evidence, answer, first),
      ...rest.map((sign) => proofOf(evidence, answer, sign)),
      ...controls.map((control) => proofOf(evidence, control, { path: ['status'] })),
    ],
    place: pathOf(answer.url),
  };
}

/** Folder and ending: servers answer for a missing `.php` otherwise than for a missing folder. */
function kindOfPath(url: string): string {
  const path = pathOf(url);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = name.lastIndexOf('.');
  return `${path.slice(0, path.length - name.length)}*${ending < 0 ? '' : name.slice(ending)}`;
}

/** Refusing one path is an answer; refusing us everything is not. */
function notShown(evidence: FilesEvidence, { response }: Asked): Verdict {
  if (response.outcome !== 'yes') return unanswered(response);
  const { value } = response;
  if (value.status >= 500 && !isBlocked(value)) return undetermined('server-error');
  if (!isBlocked(value)) return safe;
  const [root] = answersFor(evidence, 'root');
  const onlyHere = value.status === 403 && root !== undefined && !isBlocked(root.response);
  return onlyHere ? safe : undetermined('blocked');
}

/** An address that sends every visitor elsewhere, whatever was asked for, hands out nothing itself. */
function redirectsEverything(evidence: FilesEvidence): boolean {
  const page = answersFor(evidence, 'root', 'redirected').at(-1);
  const controls = answersFor(evidence, 'control');
  return page !== undefined && controls.length > 0 && [page, ...controls].every(isRedirect);
}

function isRedirect({ response }: FileAnswer): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && header(response, 'location') !== undefined;
}
