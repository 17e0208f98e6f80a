import { type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import { mailDomain } from '../mail-domain/build.fixture.ts';

type Response = Extract<EvidenceData['mta-sts-policy']['response'], { outcome: 'yes' }>['value'];

/** Where the policy of city.example.jp is. */
export const policyPlace = { port: 443, name: `mta-sts.${mailDomain}` } as const;

/** A policy that is right for the server mx.city.example.jp, with changes; or what took the place of an answer. */
export function buildMtaStsPolicy(
  change: Partial<Response> | Observed<never> = {},
): EvidenceOf<'mta-sts-policy'> {
  const usual: Response = {
    status: 200,
    contentType: 'text/plain; charset=utf-8',
    body: 'version: STSv1\r\nmode: enforce\r\nmx: mx.city.example.jp\r\nmax_age: 604800\r\n',
    complete: true,
  };
  return envelope('mta-sts-policy', policyPlace, {
    domain: mailDomain,
    response: 'outcome' in change ? change : yes({ ...usual, ...change }),
  });
}
