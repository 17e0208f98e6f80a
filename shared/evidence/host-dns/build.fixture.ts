import type { DnsQuestion } from '../dns-answers/schema.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';

/** What was asked of the resolver about the host 192.0.2.1. */
export function buildHostDns(questions: readonly DnsQuestion[]): EvidenceOf<'host-dns'> {
  return envelope('host-dns', { transport: 'udp' }, { questions: [...questions] });
}
