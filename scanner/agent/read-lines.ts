import type { Readable } from 'node:stream';

/** The lines of a stream, each at most `limit` characters. @throws RangeError for a longer one */
export async function* readLines(stream: Readable, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const [first = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    length += first.length;
    for (const line of lines) {
      yield pieces.splice(0).join('');
      pieces.push(line);
      length = line.length;
    }
    if (length > limit) throw new RangeError(`a line is longer than ${limit} characters`);
  }
  if (length > 0) yield pieces.join('');
}
