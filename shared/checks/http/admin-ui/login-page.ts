import type { Proof, Verdict } from '../../../model/verdict.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { judgeUnshown } from '../exposure.ts';
import {
  answersFor,
  askedFor,
  bodySigns,
  type FileAnswer,
  type FilePurpose,
  type FilesEvidence,
  headerSign,
  isServed,
  proofOf,
} from '../files.ts';
import { tagsOf } from '../html.ts';
import { isHtml, pathOf } from '../pages.ts';

/** How a product shows that this is its door. Each is a marker of its own; one alone, as a title in a blog, may mislead. */
export interface LoginPage {
  /** Paths of its own, beside the front page. */
  readonly purposes: readonly FilePurpose[];
  readonly title?: RegExp;
  /** The path of a script, a style or a picture that only this product has. */
  readonly asset?: RegExp;
  /** Fields, elements and the like, in the page's tags. */
  readonly form?: RegExp;
  /** Words of the page or of its scripts. */
  readonly text?: RegExp;
  /** The name of a cookie, at the beginning of `Set-Cookie`. */
  readonly cookie?: RegExp;
  readonly header?: readonly [name: string, value: RegExp];
  /** MD5 of its favicon, as Rapid7's Recog knows them. */
  readonly icons?: readonly string[];
}

/** Two markers of different kinds on the front page or at a path of the product; a login is never tried. */
export function judgeLoginPage(evidence: FilesEvidence, page: LoginPage): Verdict {
  const [shown] = answersFor(evidence, 'root', 'redirected', ...page.purposes).filter(
    (answer) => isOpen(answer) && markersOf(evidence, answer, page).length >= 2,
  );
  if (shown === undefined) return unshown(evidence, page);
  const place = pathOf(shown.url);
  const anything = answersFor(evidence, 'control').some(
    (control) => isOpen(control) && markersOf(evidence, control, page).length >= 2,
  );
  if (anything) return undetermined('same-for-missing-page');
  const [first, ...rest] = markersOf(evidence, shown, page);
  if (first === undefined) return undetermined('no-proof');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [first, ...rest],
    ...(place === '/' ? {} : { place }),
  };
}

/** A page, or the question for a password. What is refused to us is closed. */
function isOpen({ response }: FileAnswer): boolean {
  return response.status === 401 || isServed(response);
}

function markersOf(evidence: FilesEvidence, answer: FileAnswer, page: LoginPage): readonly Proof[] {
  const { title, asset, form, text, cookie, header, icons = [] } = page;
  const { response } = answer;
  // An article may quote all of a product's tags as text; it does not consist of them.
  const tags = isHtml(response) ? [...tagsOf(response.body)].map(({ source }) => source).join('\n') : '';
  const inTags = (pattern: RegExp | undefined) => pattern && bodySigns({ body: tags }, pattern)?.[0];
  const inPage = (pattern: RegExp | undefined) =>
    pattern && isHtml(response) ? bodySigns(response, pattern)?.[0] : undefined;
  const found = [
    ...[asset, form].map(inTags),
    ...[title, text].map(inPage),
    cookie && headerSign(response, 'set-cookie', cookie),
    header && headerSign(response, ...header),
  ].filter((sign) => sign !== undefined);
  const icon = answersFor(evidence, 'icon').find(({ response }) =>
    icons.includes(response.digests?.md5 ?? ''),
  );
  return [
    ...found.map((sign) => proofOf(evidence, answer, sign)),
    ...(icon === undefined ? [] : [proofOf(evidence, icon, { path: ['digests', 'md5'] })]),
  ];
}

/** Where nothing on the front page speaks of the product, its own paths were not asked for: it is not there. */
function unshown(evidence: FilesEvidence, { purposes }: LoginPage): Verdict {
  const asked = askedFor(evidence, ...purposes);
  const verdict = judgeUnshown(evidence, [...askedFor(evidence, 'root'), ...asked]);
  return verdict === safe && asked.length === 0 && purposes.length > 0 ? notApplicable : verdict;
}
