import { type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import { httpResponse } from '../http-response/build.fixture.ts';
import type { EvidenceData } from '../kinds.ts';

type WebFiles = EvidenceData['web-files'];
export type FileExchange = WebFiles['exchanges'][number];
export type FileResponse = Extract<FileExchange['response'], { outcome: 'yes' }>['value'];
type Header = readonly [name: string, value: string];

const host = 'www.city.example.jp';
export const origin = `https://${host}`;

/** A response; what is not said is empty. */
export function fileResponse(
  status: number,
  headers: readonly Header[] = [],
  body = '',
  overrides: Partial<FileResponse> = {},
): FileResponse {
  return { ...httpResponse(status, headers, body), head: null, digests: null, ...overrides };
}

export const htmlFile = (body: string, headers: readonly Header[] = [], status = 200) =>
  fileResponse(status, [['Content-Type', 'text/html; charset=utf-8'], ...headers], body);
export const textFile = (body: string) => fileResponse(200, [['Content-Type', 'text/plain']], body);
/** The first bytes of a file that is not text, in hexadecimal. */
export const binaryFile = (head: string) =>
  fileResponse(206, [['Content-Type', 'application/octet-stream']], '', { head, bodyBytes: 512 });
export const missingFile = htmlFile('<h1>Not Found</h1>', [], 404);

/** One exchange; a response given is `yes`. */
export function fileAt(
  purpose: FileExchange['purpose'],
  path: string,
  response: FileResponse | Observed<never>,
): FileExchange {
  return {
    purpose,
    method: 'GET',
    protocol: 'HTTP/1.1',
    url: `${origin}${path}`,
    sent: [],
    response: 'outcome' in response ? response : yes(response),
  };
}

/** Both controls beside a path: the same folder, the same ending. */
export function controlsBeside(
  path: string,
  response: FileResponse | Observed<never> = missingFile,
): readonly FileExchange[] {
  const [, folder = '/', ending = ''] = /^(.*\/)[^/?]*?(\.[^./?]*)?(?:\?.*)?$/.exec(path) ?? [];
  return ['k3v9q2x7', 'z8w4m1t5'].map((name) => fileAt('control', `${folder}${name}${ending}`, response));
}

/** A site that hands out nothing but its front page; exchanges given stand before the usual ones. */
export function buildWebFiles(
  exchanges: readonly FileExchange[] = [],
  change: Partial<WebFiles> = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'web-files'> {
  const given = (purpose: FileExchange['purpose']) => exchanges.some((item) => item.purpose === purpose);
  const usual = [
    ...(given('root') ? [] : [fileAt('root', '/', htmlFile('<!doctype html><title>市</title>'))]),
    ...(given('control') ? [] : controlsBeside('/')),
  ];
  return envelope(
    'web-files',
    { port: 443, name: host, ...endpoint },
    { scheme: 'https', host, exchanges: [...usual, ...exchanges], scripts: [], ...change },
  );
}
