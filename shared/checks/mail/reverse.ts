import { noError, nxDomain } from '../../evidence/dns-answers/rcode.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import { type Address, parseAddress, specialPurpose } from '../../model/address.ts';
import { exchangePort, type SmtpEvidence } from './smtp.ts';

type HostDns = EvidenceOf<'host-dns'>;
type Purpose = HostDns['data']['questions'][number]['purpose'];
type Path = readonly (string | number)[];

/** One record type asked about one name. */
export type Looked =
  | { readonly outcome: 'answered'; readonly values: readonly string[]; readonly path: Path }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** What the resolver answered to the questions of one purpose, and where. Values are without final dot, lower case. */
export function lookedUp(
  { data }: HostDns,
  purpose: Purpose,
  types: readonly string[],
  name?: string,
): readonly Looked[] {
  return data.questions.flatMap((question, index): Looked[] => {
    if (question.purpose !== purpose || !types.includes(question.type)) return [];
    if (name !== undefined && plain(question.name) !== plain(name)) return [];
    if (question.answer.outcome !== 'yes') {
      const { answer } = question;
      return [{ outcome: 'unknown', reason: answer.outcome === 'no' ? 'refused' : answer.reason }];
    }
    const { answers, rcode } = question.answer.value;
    if (rcode !== noError && rcode !== nxDomain) return [{ outcome: 'unknown', reason: `rcode-${rcode}` }];
    const values = answers.filter(({ type }) => types.includes(type)).map((record) => plain(record.data));
    return [{ outcome: 'answered', values, path: ['questions', index, 'answer', 'value'] }];
  });
}

export function reverseOf(dns: HostDns): Looked {
  return lookedUp(dns, 'ptr', ['PTR'])[0] ?? { outcome: 'unknown', reason: 'not-attempted' };
}

/** Only where mail servers meet do others look at the name of an address, and only at addresses of the Internet. */
export function isPublicExchanger({ endpoint }: SmtpEvidence): boolean {
  const address = parseAddress(endpoint.host);
  return endpoint.port === exchangePort && address !== undefined && isPublic(address);
}

function isPublic(address: Address): boolean {
  return specialPurpose(address) === undefined;
}

export function plain(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
