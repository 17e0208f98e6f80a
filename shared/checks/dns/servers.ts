import type { DnsAnswer } from '../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../evidence/evidence.ts';
import { parseAddress } from '../../model/address.ts';
import { sameName } from '../../model/host-name.ts';
import { unknown } from '../../model/observed.ts';
import { compareSeverity, type Severity } from '../../model/severity.ts';
import type { Proof, Verdict } from '../../model/verdict.ts';
import { notApplicable, undetermined, type Vulnerable } from '../verdicts.ts';
import type { Asked, Purpose } from './questions.ts';

type Evidence = EvidenceOf<'dns-answers'>;

/** What one name server said: one that is a host of the order, or one of a zone's. */
export interface NameServer {
  /** Its name; empty for a host of the order. */
  readonly name: string;
  /** `ns1.example.jp/192.0.2.1`; empty for a host of the order, which the finding names anyway. */
  readonly label: string;
  readonly address: string;
  readonly questions: readonly Asked[];
}

/** Whether the evidence is about all name servers of a zone. */
export function isZone({ endpoint }: Evidence): boolean {
  return endpoint.port !== null && parseAddress(endpoint.host) === undefined;
}

/**
 * The servers of the zone, or the one server that is a host of the order; none for what the resolver says. An address
 * to which there is no way from here (a node without IPv6) is left out where the same server was heard at another.
 */
export function serversOf(evidence: Evidence): readonly NameServer[] {
  const all = everyServerOf(evidence);
  const heard = new Set(all.filter(hasSpoken).map(({ name }) => name));
  return all.filter((server) => !heard.has(server.name) || !isOutOfReach(server));
}

/** The same with every address. */
export function everyServerOf(evidence: Evidence): readonly NameServer[] {
  if (isZone(evidence)) return listed(evidence, 'zone');
  if (evidence.endpoint.port === null) return [];
  const questions = evidence.data.questions.map((question, index) => readable({ index, question }));
  return [{ name: '', label: '', address: evidence.endpoint.host, questions }];
}

/** The servers of the parent zone. */
export function parentsOf(evidence: Evidence): readonly NameServer[] {
  return isZone(evidence) ? listed(evidence, 'parent') : [];
}

function listed({ data }: Evidence, role: 'zone' | 'parent'): readonly NameServer[] {
  return data.servers
    .filter((entry) => entry.role === role)
    .map(({ server, name }) => {
      const address = server.slice(0, server.lastIndexOf('#'));
      const questions = data.questions
        .map((question, index) => readable({ index, question }))
        .filter(({ question }) => question.server === server);
      return { name, label: `${name}/${address}`, address, questions };
    });
}

/** Questions whose very subject is an answer that was cut. */
const aboutSize: ReadonlySet<Purpose> = new Set(['any-size', 'dnskey-size', 'txt-size', 'edns-truncation']);

/** An answer that was cut, and could not be had whole over TCP, says nothing of what is missing in it. */
function readable(asked: Asked): Asked {
  const { question } = asked;
  const isCut = question.answer.outcome === 'yes' && question.answer.value.flags.tc;
  return isCut && !aboutSize.has(question.purpose)
    ? { ...asked, question: { ...question, answer: unknown('garbled') } }
    : asked;
}

function isOutOfReach({ questions }: NameServer): boolean {
  return questions.every(
    ({ question: { answer } }) => answer.outcome === 'unknown' && answer.reason === 'blocked',
  );
}

export function askedOf({ questions }: NameServer, purpose: Purpose): readonly Asked[] {
  return questions.filter(({ question }) => question.purpose === purpose);
}

/** The answer, where one came. */
export function answerOf({ question }: Asked): DnsAnswer | undefined {
  return question.answer.outcome === 'yes' ? question.answer.value : undefined;
}

/** Whether the server answered anything at all. */
function hasSpoken({ questions }: NameServer): boolean {
  return questions.some((asked) => answerOf(asked) !== undefined);
}

interface Judging {
  /** Of a server of a zone that answered nothing at all; it is undetermined unless told. */
  readonly judgeSilent?: (server: NameServer) => Verdict;
  readonly servers?: readonly NameServer[];
}

const noAnswer = () => undetermined('no-answer');

/**
 * Judges each server of a zone, or the one server, and all of them together: one that is accused is an accusation;
 * one that could not be seen leaves it open.
 */
export function judgeServers(
  evidence: Evidence,
  judge: (server: NameServer) => Verdict,
  { judgeSilent, servers = serversOf(evidence) }: Judging = {},
): Verdict {
  if (isZone(evidence) && servers.length === 0) return withoutServers(evidence);
  const verdicts = servers.map((server) => ({
    server,
    verdict: isZone(evidence) && !hasSpoken(server) ? (judgeSilent ?? noAnswer)(server) : judge(server),
  }));
  const accused = verdicts.flatMap(({ server, verdict }) =>
    verdict.verdict === 'vulnerable' ? [{ server, verdict }] : [],
  );
  const [first, ...others] = accused;
  if (first !== undefined) return together([first, ...others]);
  const all = verdicts.map(({ verdict }) => verdict);
  return (
    all.find(({ verdict }) => verdict === 'undetermined') ??
    all.find(({ verdict }) => verdict === 'safe') ??
    notApplicable
  );
}

/** No server is known: the domain is no zone of its own, or the scheduler could not find out. */
export function withoutServers({ data }: Evidence): Verdict {
  const soa = data.questions.find(({ purpose }) => purpose === 'soa');
  if (soa?.answer.outcome !== 'yes') return undetermined('no-name-servers-known');
  const { rcode, answers } = soa.answer.value;
  const hasOwn = answers.some(({ type, name }) => type === 'SOA' && sameName(name, soa.name));
  return (rcode === 0 || rcode === 3) && !hasOwn ? notApplicable : undetermined('no-name-servers-known');
}

interface Accused {
  readonly server: NameServer;
  readonly verdict: Vulnerable;
}

/** What is verified of one server is not watered down by what is inferred of another. */
function together(accused: readonly [Accused, ...Accused[]]): Vulnerable {
  const sure = accused.filter(({ verdict }) => verdict.confidence === 'verified');
  const told = sure.length > 0 ? sure : accused;
  const first = told[0] ?? accused[0];
  const proof = told.flatMap(({ verdict }) => verdict.proof) as [Proof, ...Proof[]];
  const places = told.map(({ server, verdict }) => [server.label, verdict.place].filter(Boolean).join(' '));
  const place = [...new Set(places)].filter((each) => each !== '').join(', ');
  const { place: _, severity: __, ...rest } = first.verdict;
  const severity = worst(
    told.flatMap(({ verdict }) => verdict.severity ?? []),
    told.length,
  );
  return {
    ...rest,
    proof: proof.slice(0, mostProofs) as [Proof, ...Proof[]],
    ...(place === '' ? {} : { place }),
    ...(severity === undefined ? {} : { severity }),
  };
}

const mostProofs = 8;

/** A lowered rating holds only where it is lowered for every server. */
function worst(severities: readonly Severity[], count: number): Severity | undefined {
  return severities.length < count ? undefined : severities.toSorted(compareSeverity)[0];
}
