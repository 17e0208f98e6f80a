import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import type { MailLookup } from '@enkaku/shared/evidence/mail-domain/schema.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { about } from '../dns-answers/domain.ts';
import { ask, beginVisit, type Patience, resolverOf } from '../dns-answers/exchange.ts';
import { inLanes } from '../dns-answers/lanes.ts';
import type { Probe } from '../probe.ts';
import { firstQuestions, nextQuestions, type Question } from './plan.ts';

/** Questions of one domain: SPF allows ten that matter, some of them with ten servers each. */
const mostLookups = 160;
const width = 8;
/** Includes within includes; RFC 7208 §4.6.4 ends at ten. */
const mostRounds = 12;

const patient: Patience = { udpMs: [3000, 5000], tcpMs: 5000 };

/** What the DNS says about the mail of a domain, through the resolver of the order. */
export function createMailDomainProbe(patience: Patience): Probe<'mail-domain'> {
  return {
    kind: 'mail-domain',
    worstCaseMs: 120_000,
    places: ({ order }) =>
      order.target.kind === 'domain'
        ? [{ host: order.target.domain, name: null, port: null, transport: 'udp' }]
        : [],
    async gather({ host: domain }, guard, { order }) {
      const visit = beginVisit(guard);
      const resolver = resolverOf(order);
      const lookups: MailLookup[] = [];
      const known = new Set<string>();
      let waiting = fresh(firstQuestions(domain), known);
      for (let round = 0; waiting.length > 0 && round < mostRounds && lookups.length < mostLookups; round++) {
        const now = waiting.slice(0, mostLookups - lookups.length);
        const found = await inLanes(now, width, async (question) =>
          resolver === null
            ? { ...question, answer: unknown('not-attempted') }
            : lookupOf(
                question,
                await ask(visit, resolver, about('spf', question.name, question.type), patience),
              ),
        );
        lookups.push(...found);
        waiting = [
          ...waiting.slice(now.length),
          ...fresh(
            found.flatMap((lookup) => nextQuestions(domain, lookup)),
            known,
          ),
        ];
      }
      return { lookups, complete: waiting.length === 0 };
    },
  };
}

export const mailDomainProbe = createMailDomainProbe(patient);

/** Those that were not asked yet; from now on they count as asked. */
function fresh(questions: readonly Question[], known: Set<string>): readonly Question[] {
  return questions.filter(({ name, type }) => {
    const key = `${type} ${name}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function lookupOf({ name, type }: Question, { answer }: DnsQuestion): MailLookup {
  if (answer.outcome !== 'yes') return { name, type, answer: answer.outcome === 'no' ? no : answer };
  const { rcode, flags, answers, raw } = answer.value;
  const records = answers.map((record) => ({ name: record.name, type: record.type, data: record.data }));
  return { name, type, answer: yes({ rcode, ad: flags.ad, records, raw }) };
}
