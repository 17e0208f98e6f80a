import { randomBytes } from 'node:crypto';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { isFirstName, placesFor, portAt, smtpOf } from '../wire/services.ts';
import { lists } from '../wire/smtp-reply.ts';
import { greetingMs, type TranscriptLine } from '../wire/smtp-session.ts';
import {
  injectionOutcomeOf,
  outcomeOf,
  type Reply,
  relayOutcomeOf,
  relayOutcomeWithoutRcpt,
} from './outcome.ts';
import { Talk, type TalkOptions } from './talk.ts';

type Data = EvidenceData['smtp-dialog'];
type Greeting = Pick<Data, 'banner' | 'ehlo' | 'starttls' | 'ehloInTls'>;
type Abuse = Pick<Data, 'relay' | 'vrfy'>;
type Lapses = Pick<Data, 'injection' | 'plainBanner'>;

/** Names that can never exist (RFC 2606): nobody would get what a relay let through, and DATA is never sent. */
const sender = 'MAIL FROM:<enkaku-probe@sender.example>';
const recipient = 'RCPT TO:<enkaku-probe@recipient.example>';

const notAttempted = unknown('not-attempted');

/**
 * Up to three sessions: what the server says and offers; whether it relays and names its users; what it makes of a NOOP
 * that comes too early. No mail is sent.
 */
export function createSmtpDialogProbe({ waitMs }: { readonly waitMs: number }): Probe<'smtp-dialog'> {
  return {
    kind: 'smtp-dialog',
    worstCaseMs: 300_000,
    places: (host) => placesFor(host, (port) => smtpOf(port) !== undefined).filter(isFirstName),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const implicitTls = port !== undefined && smtpOf(port) === 'implicit-tls';
      const transcript: TranscriptLine[] = [];
      const heard = (line: TranscriptLine) => {
        if (transcript.length < limits.list) transcript.push(line);
      };
      const options = { guard, endpoint, implicitTls, heard, waitMs };
      const greeting = await greet(options);
      const abused = await abuse(options, greeting);
      return { implicitTls, ...greeting, ...abused, ...(await lapses(options, greeting)), transcript };
    },
  };
}

export const smtpDialogProbe = createSmtpDialogProbe({ waitMs: greetingMs });

async function greet(options: TalkOptions): Promise<Greeting> {
  using talk = new Talk(options);
  const banner = await talk.banner(yes);
  const first = isGreeting(banner) ? await talk.ehlo() : afterBadBanner(banner);
  // With implicit TLS nothing is said in the clear.
  if (options.implicitTls) return { banner, ehlo: notAttempted, starttls: notAttempted, ehloInTls: first };
  const starttls = await askStarttls(talk, first);
  const ehloInTls = starttls.outcome === 'yes' ? await talk.ehloInTls() : notAttempted;
  return { banner, ehlo: first, starttls, ehloInTls };
}

async function askStarttls(talk: Talk, ehlo: Reply): Promise<Reply> {
  if (ehlo.outcome !== 'yes') return notAttempted;
  return lists(ehlo.value, 'STARTTLS') ? talk.ask('STARTTLS') : no;
}

/** In TLS where there is TLS: many servers refuse everything else before it, and that would prove nothing. */
async function abuse(options: TalkOptions, { ehlo, ehloInTls }: Greeting): Promise<Abuse> {
  const unasked = { relay: notAttempted, vrfy: { postmaster: notAttempted, random: notAttempted } };
  const welcome = options.implicitTls ? ehloInTls : ehlo;
  if (welcome.outcome !== 'yes') return unasked;
  using talk = new Talk(options);
  const banner = await talk.banner(yes);
  if (!isGreeting(banner)) return { ...unasked, relay: afterBadBanner(banner) };
  await talk.ehlo();
  if (!options.implicitTls && ehloInTls.outcome === 'yes') {
    await talk.ask('STARTTLS');
    await talk.ehloInTls();
  }
  const relay = await askToRelay(talk);
  const postmaster = await talk.ask('VRFY postmaster');
  const random = await talk.ask(`VRFY enkaku-${randomBytes(6).toString('hex')}`);
  return { relay, vrfy: { postmaster, random } };
}

async function lapses(options: TalkOptions, { banner, ehloInTls }: Greeting): Promise<Lapses> {
  const isGarbled = banner.outcome === 'unknown' && banner.reason === 'garbled';
  if (options.implicitTls) {
    return { injection: notAttempted, plainBanner: isGarbled ? await greetPlainly(options) : notAttempted };
  }
  const injection = ehloInTls.outcome === 'yes' ? await smuggle(options) : notAttempted;
  return { injection, plainBanner: notAttempted };
}

async function greetPlainly(options: TalkOptions): Promise<Reply> {
  using talk = new Talk(options);
  return await talk.plainBanner(outcomeOf);
}

/** RFC 3207 §4.2: what was said before TLS must be forgotten in it. NOOP does nothing wherever it is carried out. */
async function smuggle(options: TalkOptions): Promise<Data['injection']> {
  using talk = new Talk(options);
  const banner = await talk.banner(yes);
  if (!isGreeting(banner)) return afterBadBanner(banner);
  await talk.ehlo();
  const starttls = await talk.ask('STARTTLS\r\nNOOP');
  if (starttls.outcome !== 'yes') return starttls;
  return await talk.noopInTls(injectionOutcomeOf);
}

async function askToRelay(talk: Talk): Promise<Reply> {
  const mail = await talk.ask(sender, yes);
  if (mail.outcome !== 'yes') return mail;
  if (mail.value.code !== 250) return relayOutcomeWithoutRcpt(mail.value);
  const relay = await talk.ask(recipient, relayOutcomeOf);
  await talk.ask('RSET');
  return relay;
}

function isGreeting(banner: Reply): boolean {
  return banner.outcome === 'yes' && banner.value.code === 220;
}

/** 554 and 421 instead of a greeting: we are not welcome, which says nothing about what others may do. */
function afterBadBanner(banner: Reply): ReturnType<typeof unknown> {
  return banner.outcome === 'yes' ? unknown('blocked') : notAttempted;
}
