import type { EvidenceOf } from '../../evidence/evidence.ts';
import { proofAt } from '../proof.ts';

export type FilesEvidence = EvidenceOf<'web-files'>;
type Exchange = FilesEvidence['data']['exchanges'][number];
export type FilePurpose = Exchange['purpose'];
export type FileResponse = Extract<Exchange['response'], { outcome: 'yes' }>['value'];

/** A request with its number, so that a proof can point at it. */
export type Asked = Exchange & { readonly index: number };
/** The same where it was answered. */
export interface FileAnswer {
  readonly index: number;
  readonly url: string;
  readonly response: FileResponse;
}

/** Where in a response something stands; `part` is the piece of that string that says it. */
export interface Sign {
  readonly path: readonly (string | number)[];
  readonly part?: string;
}
/** Pieces of a response that, found together, only the thing itself has. */
export type Signs = readonly [Sign, ...Sign[]];

export function askedFor({ data }: FilesEvidence, ...purposes: readonly FilePurpose[]): readonly Asked[] {
  return data.exchanges
    .map((exchange, index) => ({ ...exchange, index }))
    .filter(({ purpose }) => purposes.includes(purpose));
}

export function answersFor(
  evidence: FilesEvidence,
  ...purposes: readonly FilePurpose[]
): readonly FileAnswer[] {
  return askedFor(evidence, ...purposes).flatMap(({ index, url, response }) =>
    response.outcome === 'yes' ? [{ index, url, response: response.value }] : [],
  );
}

/** 200, or 206 where only the beginning was asked for. */
export function isServed({ status }: FileResponse): boolean {
  return status === 200 || status === 206;
}

/** The text that each pattern finds in the body, all of them or none. */
export function bodySigns(
  { body }: Pick<FileResponse, 'body'>,
  ...patterns: readonly RegExp[]
): Signs | undefined {
  const [first, ...rest] = patterns.flatMap((pattern) => {
    const part = pattern.exec(body)?.[0];
    return part === undefined || part === '' ? [] : [{ path: ['body'], part }];
  });
  return first !== undefined && rest.length === patterns.length - 1 ? [first, ...rest] : undefined;
}

export function proofOf(evidence: FilesEvidence, { index }: Pick<FileAnswer, 'index'>, { path, part }: Sign) {
  return proofAt(evidence, ['exchanges', index, 'response', 'value', ...path], part);
}

/** The same for the first bytes of a binary file, in hexadecimal. */
export function headSign({ head }: FileResponse, pattern: RegExp): Signs | undefined {
  const part = pattern.exec(head ?? '')?.[0];
  return part === undefined ? undefined : [{ path: ['head'], part }];
}

/** A header whose value holds what is looked for. */
export function headerSign({ headers }: FileResponse, name: string, value: RegExp): Sign | undefined {
  const at = headers.findIndex(([key, text]) => key.toLowerCase() === name && value.test(text));
  return at < 0 ? undefined : { path: ['headers', at, 1] };
}
