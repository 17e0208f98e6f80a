import { randomBytes } from 'node:crypto';
import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { type Ask, ask, type Patience, type Server, unasked, type Visit } from './exchange.ts';
import { askTransfer, transferOf } from './transfer.ts';

export interface ServerPatience {
  /** A server's own data. */
  readonly own: Patience;
  /** A recursive server may have to ask others first. */
  readonly recursion: Patience;
  readonly transferMs: number;
  /** No further question is begun after this long. */
  readonly totalMs: number;
}

/** As many zones of one organisation as are asked of one server. */
const maxZones = 4;
/** Three questions in a row without any answer: nobody is there who would answer the fourth. */
const silence = 3;

/**
 * Names that exist nowhere, under two top-level domains, both reserved for examples (RFC 6761 §6.5: resolvers must
 * treat them as ordinary names). A server with a zone of its own above one of them does not have the other; a server
 * of the root zone answers both, but with AA. A resolver finds the NXDOMAIN, and the SOA of a zone it does not have.
 * The label is new each time, so that no cache can know it.
 */
function unownedNames(): { readonly first: string; readonly second: string } {
  const label = () => `enkaku-${randomBytes(8).toString('hex')}`;
  return { first: `${label()}.enkaku-control.example`, second: `${label()}.example.com` };
}

/** Questions to a server that is itself diagnosed. */
export async function askServer(
  visit: Visit,
  server: Server,
  zones: readonly string[],
  patience: ServerPatience,
): Promise<DnsQuestion[]> {
  const endsAt = performance.now() + patience.totalMs;
  const questions: DnsQuestion[] = [];
  const step = async (query: Ask, how: Patience, to = server): Promise<DnsQuestion> => {
    const isSilent = questions.length >= silence && questions.every(({ answer }) => answer.outcome !== 'yes');
    const question =
      isSilent || performance.now() > endsAt ? unasked(to, query) : await ask(visit, to, query, how);
    questions.push(question);
    return question;
  };

  await step(versionBind, patience.own);
  const names = unownedNames();
  await step(recursive('recursion', names.first), patience.recursion);
  const owned: string[] = [];
  for (const zone of zones.slice(0, maxZones)) {
    if (isAuthoritative(await step(soa(zone), patience.own), zone)) owned.push(zone);
  }
  await step(recursive('recursion-control', names.second), patience.recursion);
  for (const zone of owned) {
    const mayAsk = server.mayUseTcp && performance.now() <= endsAt;
    questions.push(
      mayAsk
        ? await askTransfer(visit, server, transferOf(zone), patience.transferMs)
        : unasked(server, transferOf(zone)),
    );
  }
  const [zone] = owned;
  if (zone !== undefined && server.transports.includes('udp')) {
    await step(anyOf(zone), patience.own, { ...server, transports: ['udp'] });
  }
  return questions;
}

const edns = { payload: 1232, dnssec: false };

const versionBind: Ask = {
  purpose: 'version-bind',
  name: 'version.bind',
  type: 'TXT',
  class: 'CH',
  recursion: false,
  edns: null,
};

function recursive(purpose: 'recursion' | 'recursion-control', name: string): Ask {
  return { purpose, name, type: 'A', class: 'IN', recursion: true, edns };
}

function soa(zone: string): Ask {
  return { purpose: 'soa', name: zone, type: 'SOA', class: 'IN', recursion: false, edns };
}

/** What a forger of source addresses would ask for: everything, in datagrams as large as can be. */
function anyOf(zone: string): Ask {
  return {
    purpose: 'any-size',
    name: zone,
    type: 'ANY',
    class: 'IN',
    recursion: false,
    edns: { payload: 4096, dnssec: true },
    isAboutEdns: true,
  };
}

function isAuthoritative(question: DnsQuestion, zone: string): boolean {
  if (question.answer.outcome !== 'yes') return false;
  const { rcode, flags, answers } = question.answer.value;
  const isHere = answers.some(
    ({ name, type }) => type === 'SOA' && name.toLowerCase() === zone.toLowerCase(),
  );
  return rcode === 0 && flags.aa && isHere;
}
