import type { JsLibrary, JsVulnerability, RetireFeed } from './parse-retire.ts';
import { isAtOrAbove } from './version.ts';

/** Foreign patterns meet foreign text: neither is long. */
const longestContent = 65_536;
const longestUrl = 2000;

/** A script as far as it is known: of other hosts only its address is. */
export interface Script {
  readonly url: string;
  readonly content: string | null;
  readonly sha1: string | null;
}

/** A library in a script, and by what it was told; `part` is the piece of the content or of the URL. */
export interface JsSighting {
  readonly library: JsLibrary;
  readonly version: string;
  readonly by: 'hash' | 'content' | 'url';
  readonly part: string;
}

/** The libraries in a script, each once: told by its hash, else by its content, else by its name. */
export function identifyScript({ libraries }: RetireFeed, script: Script): readonly JsSighting[] {
  const url = script.url.slice(0, longestUrl);
  const path = url.replace(/[?#].*$/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  const content = script.content?.slice(0, longestContent) ?? '';
  return libraries.flatMap((library) => {
    const known = script.sha1 === null ? undefined : library.hashes.get(script.sha1);
    const sighting =
      (known === undefined ? undefined : seen(library, known, 'hash', known)) ??
      told(library, library.content, content, 'content') ??
      told(library, library.uri, url, 'url') ??
      told(library, library.filename, file, 'url');
    return sighting === undefined ? [] : [sighting];
  });
}

export function vulnerabilitiesOf({ library, version }: JsSighting): readonly JsVulnerability[] {
  return library.vulnerabilities.filter(
    ({ atOrAbove, below, excludes }) =>
      (atOrAbove === null || isAtOrAbove(version, atOrAbove)) &&
      (below === null || !isAtOrAbove(version, below)) &&
      !excludes.includes(version),
  );
}

function told(
  library: JsLibrary,
  patterns: readonly RegExp[],
  text: string,
  by: JsSighting['by'],
): JsSighting | undefined {
  if (text === '') return undefined;
  for (const pattern of patterns) {
    const [part, version] = pattern.exec(text) ?? [];
    if (part !== undefined && version !== undefined) return seen(library, version, by, part);
  }
  return undefined;
}

function seen(library: JsLibrary, version: string, by: JsSighting['by'], part: string): JsSighting {
  return { library, version: version.replace(/[.-](?:min|slim)$/, ''), by, part };
}
