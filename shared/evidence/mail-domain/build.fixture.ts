import { type Observed, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import type { MailLookup } from './schema.ts';

export const mailDomain = 'city.example.jp';

/** Records of a name, or what took the place of an answer; `NXDOMAIN` for a name that is not there. */
export type Answer = readonly string[] | 'NXDOMAIN' | Observed<never>;

/** `lookup('TXT city.example.jp', ['v=spf1 -all'])` */
export function lookup(question: string, answer: Answer, ad = false): MailLookup {
  const [type = '', name = ''] = question.split(' ');
  const records = answer === 'NXDOMAIN' || 'outcome' in answer ? [] : answer;
  return {
    name,
    type: type as MailLookup['type'],
    answer:
      answer !== 'NXDOMAIN' && 'outcome' in answer
        ? answer
        : yes({
            rcode: answer === 'NXDOMAIN' ? 3 : 0,
            ad,
            records: records.map((data) => ({ name, type, data })),
            raw: '1234818000010000000000000000010001',
          }),
  };
}

/** What was asked about city.example.jp, by question. */
export function buildMailDomain(
  answers: Readonly<Record<string, Answer>> = {},
  overrides: Partial<EvidenceData['mail-domain']> = {},
): EvidenceOf<'mail-domain'> {
  return envelope(
    'mail-domain',
    { host: mailDomain, transport: 'udp' },
    {
      lookups: Object.entries(answers).map(([question, answer]) => lookup(question, answer)),
      complete: true,
      ...overrides,
    },
  );
}
