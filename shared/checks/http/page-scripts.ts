import {
  identifyScript,
  type JsSighting,
  type Script,
  vulnerabilitiesOf,
} from '../../knowledge/retire/identify.ts';
import type { JsVulnerability, RetireFeed } from '../../knowledge/retire/parse-retire.ts';
import type { Proof } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { answersFor, askedFor, type FilesEvidence, isServed, proofOf } from './files.ts';
import { unanswered } from './pages.ts';

/** A library of the front page in a version with known weaknesses. */
export interface WeakLibrary {
  readonly sighting: JsSighting;
  readonly weaknesses: readonly [JsVulnerability, ...JsVulnerability[]];
  readonly proof: Proof;
}

/** Every script of the front page: read where it is on the same host, by its address alone elsewhere. */
export function weakLibraries(feed: RetireFeed, evidence: FilesEvidence): readonly WeakLibrary[] {
  const found = evidence.data.scripts.flatMap((url, at) =>
    identifyScript(feed, scriptAt(evidence, url)).flatMap((sighting) => {
      const [first, ...rest] = vulnerabilitiesOf(sighting);
      if (first === undefined) return [];
      return [{ sighting, weaknesses: [first, ...rest] as const, proof: proofFor(evidence, at, sighting) }];
    }),
  );
  const once = new Map(found.map((one) => [`${one.sighting.library.name} ${one.sighting.version}`, one]));
  return [...once.values()];
}

/**
 * Why some script of this host may hold a library that was not seen. What other hosts send is not read, and not judged
 * but by its address.
 */
export function unreadScript(feed: RetireFeed, evidence: FilesEvidence): string | undefined {
  const { origin } = new URL(answersFor(evidence, 'root', 'redirected').at(-1)?.url ?? 'https://invalid');
  for (const url of evidence.data.scripts.filter((script) => new URL(script).origin === origin)) {
    if (identifyScript(feed, scriptAt(evidence, url)).length > 0) continue;
    const asked = askedFor(evidence, 'script').find((one) => one.url === url);
    if (asked === undefined) return 'not-attempted';
    if (asked.response.outcome !== 'yes') {
      const verdict = unanswered(asked.response);
      return verdict.verdict === 'undetermined' ? verdict.reason : 'closed';
    }
    if (isServed(asked.response.value) && !asked.response.value.complete) return 'page-cut-short';
  }
  return undefined;
}

function scriptAt(evidence: FilesEvidence, url: string): Script {
  const answer = answersFor(evidence, 'script').find((one) => one.url === url);
  if (answer === undefined || !isServed(answer.response)) return { url, content: null, sha1: null };
  return { url, content: answer.response.body, sha1: answer.response.digests?.sha1 ?? null };
}

function proofFor(evidence: FilesEvidence, at: number, { by, part }: JsSighting): Proof {
  const url = evidence.data.scripts[at] ?? '';
  const answer = answersFor(evidence, 'script').find((one) => one.url === url);
  if (answer !== undefined && by === 'content') return proofOf(evidence, answer, { path: ['body'], part });
  if (answer !== undefined && by === 'hash') return proofOf(evidence, answer, { path: ['digests', 'sha1'] });
  return proofAt(evidence, ['scripts', at]);
}
