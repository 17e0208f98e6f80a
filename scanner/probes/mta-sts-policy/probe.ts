import { limits } from '@enkaku/shared/evidence/limits.ts';
import { yes } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { bounded } from '../wire/bounded.ts';
import { Fetcher } from '../wire/http/fetcher.ts';
import { originOf } from '../wire/http/origin.ts';
import { headerOf } from '../wire/http/response-parser.ts';
import { placesFor, schemeOf } from '../wire/services.ts';

const prefix = 'mta-sts.';
const times = { waitMs: 8000, responseMs: 15_000, visitMs: 40_000 };

/** One GET, where a name that was ordered is that of a policy's server: no other host is asked for a policy. */
export const mtaStsPolicyProbe: Probe<'mta-sts-policy'> = {
  kind: 'mta-sts-policy',
  lane: 'web',
  worstCaseMs: 60_000,
  places: (host) =>
    placesFor(host, (port) => schemeOf(port) === 'https').filter(
      ({ name, port }) => name?.startsWith(prefix) === true && port === 443,
    ),
  async gather(endpoint, guard) {
    const url = new URL('/.well-known/mta-sts.txt', originOf('https', endpoint));
    const { response } = await new Fetcher(guard, endpoint, times).ask('policy', { url });
    const domain = (endpoint.name ?? endpoint.host).slice(prefix.length);
    if (response.outcome !== 'yes') return { domain, response };
    const { status, body, complete } = response.value;
    const contentType = headerOf(response.value, 'content-type');
    return {
      domain,
      response: yes({
        status,
        contentType: contentType === undefined ? null : bounded(contentType, limits.line),
        body: bounded(body, limits.excerpt),
        complete: complete && body.length <= limits.excerpt,
      }),
    };
  },
};
