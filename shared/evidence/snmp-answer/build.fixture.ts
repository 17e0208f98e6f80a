import { unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

/** A router that answers the community `public`. */
export const answered = yes({
  sysDescr: 'RTX1210 Rev.14.01.42',
  community: 'public' as const,
  response: '302902010004067075626c6963',
});

/** An SNMP agent that stays silent on both versions; change what differs. */
export function buildSnmpAnswer(
  overrides: Partial<EvidenceData['snmp-answer']> = {},
): EvidenceOf<'snmp-answer'> {
  return envelope(
    'snmp-answer',
    { port: 161, transport: 'udp' },
    { v1: unknown('timeout'), v2c: unknown('timeout'), ...overrides },
  );
}
