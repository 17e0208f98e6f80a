import { no, unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

/** A web server as it should be: TLS 1.3 with tickets of two hours, and a refusal of everything that is wrong. */
export function buildTlsBehaviour(
  overrides: Partial<EvidenceData['tls-behaviour']> = {},
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'tls-behaviour'> {
  return envelope(
    'tls-behaviour',
    { port: 443, name: 'www.city.example.jp', ...endpoint },
    {
      sni: 'www.city.example.jp',
      via: 'direct',
      session: yes({ version: 'TLSv1.3', cipherName: 'TLS_AES_128_GCM_SHA256', alpn: 'h2' }),
      ticket: {
        'TLSv1.2': yes({ lifetimeSeconds: 7200 }),
        'TLSv1.3': yes({ lifetimeSeconds: 7200 }),
      },
      earlyData: no,
      clientRenegotiation: no,
      ccsInjection: no,
      ticketbleed: no,
      robot: no,
      heartbleed: unknown('not-attempted'),
      connections: 5,
      ...overrides,
    },
  );
}
