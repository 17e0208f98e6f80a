import type { Policy } from './policy.ts';

/** Where each directive looks when it is not there itself (CSP3 §6.8.3). */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'script-src-attr': ['script-src-attr', 'script-src', 'default-src'],
  'script-src': ['script-src', 'default-src'],
  'object-src': ['object-src', 'default-src'],
};

export const nonceOrHash = /^'(?:nonce-[A-Za-z0-9+/_-]+={0,2}|sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2})'$/i;

/** The words that hold for a directive, its own or those it falls back to; undefined where nothing limits it. */
export function sourcesOf({ directives }: Policy, directive: string): readonly string[] | undefined {
  const found = (fallbacks[directive] ?? [directive]).find((name) => directives.has(name));
  return found === undefined ? undefined : directives.get(found)?.map((source) => source.toLowerCase());
}

/** Whether a policy lets scripts written into the page run (CSP3 §6.7.3.2, "allows all inline behavior"). */
export function allowsInline(policy: Policy): boolean {
  return ['script-src-elem', 'script-src-attr'].some((directive) => {
    const sources = sourcesOf(policy, directive);
    if (sources === undefined) return true;
    const named = sources.some((source) => nonceOrHash.test(source) || source === "'strict-dynamic'");
    return sources.includes("'unsafe-inline'") && !named;
  });
}

/** Whether a policy lets text be made into script. */
export function allowsEval(policy: Policy): boolean {
  const sources = sourcesOf(policy, 'script-src');
  return sources === undefined || sources.includes("'unsafe-eval'");
}

/** The source that lets scripts come from anywhere, or from any address of a scheme. */
export function anywhere(policy: Policy): string | undefined {
  const sources = sourcesOf(policy, 'script-src-elem');
  // Strict-dynamic makes browsers pass over hosts and schemes (CSP3 §8.2).
  if (sources === undefined || sources.includes("'strict-dynamic'")) return undefined;
  return sources.find((source) =>
    /^(?:\*|https?:\/\/\*|(?:https?|data|blob|filesystem|wss?):)$/.test(source),
  );
}

/** A source that is asked for without encryption. */
export function cleartextSource({ directives }: Policy): string | undefined {
  return [...directives]
    .filter(([name]) => name.endsWith('-src') || name.includes('-src-') || name === 'form-action')
    .flatMap(([, sources]) => sources)
    .find((source) => /^(?:http|ws|ftp):/i.test(source));
}

/** Words in a list of sources that browsers take for something else than was meant. */
export function mistakenSource({ directives }: Policy): string | undefined {
  for (const [name, sources] of directives) {
    if (!name.includes('-src') && name !== 'form-action' && name !== 'base-uri' && name !== 'frame-ancestors')
      continue;
    const wrong = sources.find(
      (source) => bareKeyword.test(source) || (/'/.test(source) && !validQuoted.test(source)),
    );
    if (wrong !== undefined) return `${name} ${wrong}`;
    if (sources.length > 1 && sources.some((source) => source.toLowerCase() === "'none'"))
      return `${name} ${sources.join(' ')}`;
  }
  return undefined;
}

/** Without quotes, each of these is the name of a host. */
const bareKeyword =
  /^(?:none|self|unsafe-(?:inline|eval|hashes)|strict-dynamic|report-sample|wasm-unsafe-eval|nonce-[\w+/=-]+|sha(?:256|384|512)-[\w+/=-]+)$/i;
const validQuoted =
  /^'(?:none|self|unsafe-(?:inline|eval|hashes|allow-redirects)|strict-dynamic|report-sample|wasm-unsafe-eval|inline-speculation-rules|trusted-types-eval|report-sha(?:256|384|512)|nonce-[A-Za-z0-9+/_-]+={0,2}|sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2})'$/i;
