import type { Evidence } from '../evidence/evidence.ts';
import type { Proof } from '../model/verdict.ts';

const maxExcerptBytes = 2048;
const maxBytesPerUnit = 3;

/**
 * The proof at a path of an evidence's data. The excerpt is read from there, so the two cannot disagree: the string
 * itself, or the JSON of anything else, cut at 2 KiB. Prefer strings, numbers and lists of them: an object's keys may
 * come back from a store in another order, and the excerpt would no longer stand there.
 * @param part a piece of that string, where the whole says too much; ignored where it does not stand in it
 * @throws RangeError when the path leads nowhere, which is a mistake of the check
 */
export function proofAt(
  evidence: Pick<Evidence, 'id' | 'data'>,
  path: readonly (string | number)[],
  part?: string,
): Proof {
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown>)?.[key],
    evidence.data,
  );
  const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  if (found === undefined) throw new RangeError(`no evidence at ${pointer}`);
  const whole = typeof found === 'string' ? found : JSON.stringify(found);
  return { evidence: evidence.id, pointer, excerpt: cut(part && whole.includes(part) ? part : whole) };
}

function cut(text: string): string {
  return new TextEncoder().encode(text).length <= maxExcerptBytes
    ? text
    : text.slice(0, Math.floor(maxExcerptBytes / maxBytesPerUnit));
}
