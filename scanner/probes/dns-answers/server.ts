import type { DnsQuestion } from '@enkaku/shared/evidence/dns-answers/schema.ts';
import { type Ask, ask, type Patience, type Server, unasked, type Visit } from './exchange.ts';
import { askFromAnywhere } from './reach.ts';
import { askTransfer, differencesOf, transferOf } from './transfer.ts';
import { aboutItself, aboutOthers, aboutServer, withoutEdns } from './zone-queries.ts';

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

  const others = aboutOthers();
  const [version, ...identity] = aboutItself;
  const recurse = async (query: Ask) => {
    const question = await step(query, patience.recursion);
    if (!isTimeout(question) || !server.transports.includes('udp') || performance.now() > endsAt) return;
    // Cheap routers hand the question on under our own address: then the answer comes from somebody else.
    const again = await askFromAnywhere(visit, server, query, patience.own.udpMs[0] ?? 0);
    if (again.answeredFrom !== null) questions[questions.indexOf(question)] = again;
  };
  if (version !== undefined) await step(version, patience.own);
  await recurse(others.recursion[0]);
  const owned: string[] = [];
  for (const zone of zones.slice(0, maxZones)) {
    if (isAuthoritative(await step(soa(zone), patience.own), zone)) owned.push(zone);
  }
  await recurse(others.recursion[1]);
  for (const query of [...identity, ...others.afterwards]) await step(query, patience.own);
  for (const query of owned.flatMap((zone) => [transferOf(zone), differencesOf(zone)])) {
    const mayAsk = server.mayUseTcp && performance.now() <= endsAt;
    questions.push(
      mayAsk ? await askTransfer(visit, server, query, patience.transferMs) : unasked(server, query),
    );
  }
  const [zone] = owned;
  const forms =
    zone === undefined ? [] : [withoutEdns(zone), ...aboutServer(zone, server.transports.includes('udp'))];
  for (const query of forms) await step(query, patience.own, overFirst(server));
  return questions;
}

/** The forms of a question belong to one transport; where UDP is permitted, to that. */
function overFirst(server: Server): Server {
  return { ...server, transports: server.transports.slice(0, 1) };
}

function isTimeout({ answer }: DnsQuestion): boolean {
  return answer.outcome === 'unknown' && answer.reason === 'timeout';
}

function soa(zone: string): Ask {
  const edns = { payload: 1232, dnssec: false };
  return { purpose: 'soa', name: zone, type: 'SOA', class: 'IN', recursion: false, edns };
}

function isAuthoritative(question: DnsQuestion, zone: string): boolean {
  if (question.answer.outcome !== 'yes') return false;
  const { rcode, flags, answers } = question.answer.value;
  const isHere = answers.some(
    ({ name, type }) => type === 'SOA' && name.toLowerCase() === zone.toLowerCase(),
  );
  return rcode === 0 && flags.aa && isHere;
}
