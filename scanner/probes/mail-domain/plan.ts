import {
  dkimName,
  dkimSelectors,
  dmarcNames,
  reportDomains,
} from '@enkaku/shared/evidence/mail-domain/names.ts';
import type { MailLookup } from '@enkaku/shared/evidence/mail-domain/schema.ts';
import { isSpf, parseSpf, targetOf } from '@enkaku/shared/evidence/mail-domain/spf.ts';
import { parseTags } from '@enkaku/shared/evidence/mail-domain/tags.ts';
import { isAskable } from '../dns-answers/leads.ts';

export interface Question {
  readonly name: string;
  readonly type: MailLookup['type'];
}

/** What is asked of every domain. */
export function firstQuestions(domain: string): readonly Question[] {
  const text = (name: string): Question => ({ name, type: 'TXT' });
  return [
    text(domain),
    { name: domain, type: 'MX' },
    ...dmarcNames(domain).map(text),
    text(`_domainkey.${domain}`),
    ...dkimSelectors.map((selector) => text(dkimName(selector, domain))),
    text(`_mta-sts.${domain}`),
    text(`_smtp._tls.${domain}`),
    text(`default._bimi.${domain}`),
  ];
}

/** What an answer leads to: the tree of SPF, the servers of an MX, and who agreed to take DMARC reports. */
export function nextQuestions(domain: string, { name, type, answer }: MailLookup): readonly Question[] {
  if (answer.outcome !== 'yes') return [];
  const records = answer.value.records.filter((record) => record.type === type).map(({ data }) => data);
  if (type === 'MX') return records.flatMap((data) => addressesOf(data.split(/\s+/).at(-1) ?? ''));
  if (type !== 'TXT') return [];
  return records.flatMap((data) => {
    if (isSpf(data)) return ofSpf(data, name);
    return name.startsWith('_dmarc.') ? ofDmarc(data, domain) : [];
  });
}

function ofSpf(record: string, domain: string): readonly Question[] {
  return parseSpf(record).flatMap((term): readonly Question[] => {
    if (term.kind === 'fault') return [];
    const name = targetOf(term.value, domain);
    if (name === undefined || !isAskableHost(name)) return [];
    if (term.kind === 'modifier') return term.name === 'redirect' ? [{ name, type: 'TXT' }] : [];
    switch (term.name) {
      case 'include':
        return [{ name, type: 'TXT' }];
      case 'a':
        return addressesOf(name);
      case 'mx':
        return [{ name, type: 'MX' }];
      case 'exists':
        return [{ name, type: 'A' }];
      default:
        return [];
    }
  });
}

/** RFC 7489 §7.1: whoever takes reports about another domain has to say so. */
function ofDmarc(record: string, domain: string): readonly Question[] {
  const tags = parseTags(record);
  return [tags?.get('rua') ?? '', tags?.get('ruf') ?? '']
    .flatMap(reportDomains)
    .filter((receiver) => receiver !== domain && isAskableHost(receiver))
    .map((receiver) => ({ name: `${domain}._report._dmarc.${receiver}`, type: 'TXT' }));
}

function addressesOf(name: string): readonly Question[] {
  const plain = name.toLowerCase().replace(/\.$/, '');
  if (!isAskableHost(plain)) return [];
  return [
    { name: plain, type: 'A' },
    { name: plain, type: 'AAAA' },
  ];
}

/** No top-level domain is anybody's mail server. */
function isAskableHost(name: string): boolean {
  return name.includes('.') && isAskable(name);
}
