import { createHash } from 'node:crypto';
import type { Exchange } from '../wire/http/fetcher.ts';
import type { ParsedResponse } from '../wire/http/response-parser.ts';
import { type Ask, beginningBytes } from './asks.ts';
import type { FileExchange, FilePurpose } from './exchange.ts';
import { redact } from './redact.ts';

/** Of a text only this much is kept, of a script more: its banner may stand further down. */
const keptCharacters = 16_384;
const headBytes = 64;
/** Of forty answers the headers would be more than all else; what tells a product stands at their beginning. */
const keptHeaders = 64;
const keptHeaderCharacters = 1024;

/** What goes into the evidence of an answer: no secret, and of a binary file no more than shows what it is. */
export function described(
  exchange: Exchange<FilePurpose>,
  raw: ParsedResponse | undefined,
  take: Ask['take'],
): FileExchange {
  const { response, purpose } = exchange;
  if (response.outcome !== 'yes') return { ...exchange, response };
  const { value } = response;
  const text = take === 'binary' ? '' : redact(purpose, value.body);
  const body =
    purpose === 'script' ? text : text.slice(0, take === 'beginning' ? beginningBytes : keptCharacters);
  const head = take === 'binary' ? (raw?.body.toString('hex', 0, headBytes) ?? '') : null;
  const complete = value.complete && body.length === text.length && take !== 'binary';
  const headers = value.headers
    .slice(0, keptHeaders)
    .map(([name, text]): [string, string] => [name, text.slice(0, keptHeaderCharacters)]);
  const kept = { ...value, headers, body, complete, head, digests: digestsOf(raw) };
  return { ...exchange, response: { outcome: 'yes', value: kept } };
}

function digestsOf(raw: ParsedResponse | undefined) {
  if (raw === undefined || !raw.complete) return null;
  const digest = (algorithm: 'md5' | 'sha1') => createHash(algorithm).update(raw.body).digest('hex');
  return { md5: digest('md5'), sha1: digest('sha1') };
}
