import { unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type Exchange = EvidenceData['web-gear']['exchanges'][number];
type Response = Extract<Exchange['response'], { outcome: 'yes' }>['value'];

/** What was answered at a path: a page, or nothing in time. */
export function answeredAt(path: string, response: Partial<Response> | 'timeout' = {}): Exchange {
  if (response === 'timeout') return { path, response: unknown('timeout') };
  return { path, response: yes({ status: 200, headers: [], body: '', ...response }) };
}

export function buildWebGear(
  exchanges: readonly Exchange[] = [answeredAt('/')],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'web-gear'> {
  const port = endpoint.port ?? 443;
  const scheme = port === 443 ? 'https' : 'http';
  return envelope('web-gear', { ...endpoint, port }, { scheme, exchanges: [...exchanges] });
}
