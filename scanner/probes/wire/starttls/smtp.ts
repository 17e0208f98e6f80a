import type { Socket } from 'node:net';
import { ProbeError } from '../../../guard/guard.ts';
import { lists } from '../smtp-reply.ts';
import { SmtpSession } from '../smtp-session.ts';
import { NoStarttlsError } from './no-starttls-error.ts';

/** From the connection to the answer to STARTTLS. */
const starttlsMs = 40_000;

/** EHLO and STARTTLS (RFC 3207). @throws NoStarttlsError | ProbeError */
export async function smtpToTls(socket: Socket, contact: string): Promise<Socket> {
  const session = new SmtpSession(socket, undefined, starttlsMs);
  const banner = await session.reply();
  if (banner.code !== 220) throw new ProbeError('blocked', `greeted with ${banner.code}`);
  const ehlo = await session.command(session.greeting(contact));
  if (ehlo.code >= 400 && ehlo.code < 500) throw new ProbeError('blocked', `EHLO answered with ${ehlo.code}`);
  if (ehlo.code !== 250 || !lists(ehlo, 'STARTTLS')) throw new NoStarttlsError('EHLO lists no STARTTLS');
  const ready = await session.command('STARTTLS');
  if (ready.code >= 500) throw new NoStarttlsError(`STARTTLS refused with ${ready.code}`);
  if (ready.code !== 220) throw new ProbeError('blocked', `STARTTLS answered with ${ready.code}`);
  return session.release();
}
