import type { MailboxDialog } from '@enkaku/shared/evidence/mailbox-dialog/schema.ts';
import { no, type Observed, unknown } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { isFirstName, mailboxOf, placesFor, portAt } from '../wire/services.ts';
import { Dialog, type DialogOptions } from './dialog.ts';

type Seen = Omit<MailboxDialog, 'protocol' | 'implicitTls'>;

const notAttempted = unknown('not-attempted');
const untold = {
  capabilities: notAttempted,
  starttls: notAttempted,
  capabilitiesInTls: notAttempted,
  injection: notAttempted,
} satisfies Partial<Seen>;

/** Up to three sessions: what the server says and offers; then whether TLS takes what was said before it. No login. */
export function createMailboxDialogProbe({
  sessionMs,
}: Pick<DialogOptions, 'sessionMs'>): Probe<'mailbox-dialog'> {
  return {
    kind: 'mailbox-dialog',
    worstCaseMs: 240_000,
    places: (host) => placesFor(host, (port) => mailboxOf(port) !== undefined).filter(isFirstName),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const mailbox = port && mailboxOf(port);
      if (mailbox === undefined) throw new RangeError(`not a mailbox port: ${endpoint.port}`);
      const options = { ...mailbox, guard, endpoint, sessionMs };
      return { ...mailbox, ...(await (mailbox.implicitTls ? inTls(options) : inTheClear(options))) };
    },
  };
}

export const mailboxDialogProbe = createMailboxDialogProbe({ sessionMs: 30_000 });

async function inTls(options: DialogOptions): Promise<Seen> {
  using dialog = new Dialog(options);
  const { greeting, isWelcome } = await dialog.greeting();
  if (!isWelcome) return { ...untold, greeting, capabilitiesInTls: turnedAway(greeting) };
  return { ...untold, greeting, capabilitiesInTls: await dialog.capabilities() };
}

async function inTheClear(options: DialogOptions): Promise<Seen> {
  const seen = await greet(options);
  if (seen.capabilitiesInTls.outcome !== 'yes') return { ...seen, injection: notAttempted };
  return { ...seen, injection: await inject(options) };
}

async function inject(options: DialogOptions): Promise<Observed<string>> {
  using dialog = new Dialog(options);
  await dialog.greeting();
  const granted = await dialog.starttlsAndMore();
  if (granted.outcome !== 'yes') return granted;
  const handshake = await dialog.secure();
  if (handshake.outcome !== 'unknown') return await dialog.smuggledAnswer();
  return (await stillGrantsTls(options)) ? no : handshake;
}

/** Dovecot hands what came too early to its TLS, which then fails or hangs: not by chance, where it succeeds without. */
async function stillGrantsTls(options: DialogOptions): Promise<boolean> {
  using dialog = new Dialog(options);
  await dialog.greeting();
  await dialog.starttls();
  return (await dialog.secure()).outcome === 'yes';
}

async function greet(options: DialogOptions): Promise<Omit<Seen, 'injection'>> {
  using dialog = new Dialog(options);
  const { greeting, isWelcome } = await dialog.greeting();
  if (!isWelcome) return { ...untold, greeting, capabilities: turnedAway(greeting) };
  const capabilities = await dialog.capabilities();
  const starttls = offersTls(capabilities) ? await dialog.starttls() : no;
  if (starttls.outcome !== 'yes') return { ...untold, greeting, capabilities, starttls };
  const handshake = await dialog.secure();
  const capabilitiesInTls = handshake.outcome === 'yes' ? await dialog.capabilities() : handshake;
  return { greeting, capabilities, starttls, capabilitiesInTls };
}

/** A server that lists nothing is asked all the same. */
function offersTls(capabilities: Observed<readonly string[]>): boolean {
  return (
    capabilities.outcome !== 'yes' || capabilities.value.some((line) => /\b(?:STARTTLS|STLS)\b/i.test(line))
  );
}

/** `* BYE` or `-ERR` instead of a welcome says nothing about what others may do; neither does a session already open. */
function turnedAway(greeting: Observed<string>) {
  return greeting.outcome === 'yes' ? unknown('blocked') : notAttempted;
}
