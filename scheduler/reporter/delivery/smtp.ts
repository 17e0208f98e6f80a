import nodemailer from 'nodemailer';
import type { DrawnMail } from './draw-once.ts';
import { messageOf } from './message.ts';
import type { Carrier, Outcome } from './outcome.ts';
import type { SmtpServer } from './smtp-server.ts';

/** Long enough for a slow server, shorter than the lease of a mail. */
const timeoutMs = 60_000;

export interface SmtpOptions {
  readonly from: string;
  /** An extra trust anchor for the server's certificate, PEM. */
  readonly ca: string | null;
}

/**
 * Hands mails to a server. Findings and passwords go over verified TLS only; where the server has none, a mail with
 * findings goes as its summary. Mails without findings are encrypted where the server can.
 */
export function smtp(server: SmtpServer, { from, ca }: SmtpOptions): Carrier {
  const common = {
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.auth === null ? {} : { auth: server.auth }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
  const trust = ca === null ? {} : { ca: [ca] };
  const verified = nodemailer.createTransport({
    ...common,
    requireTLS: true,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...trust },
  });
  const anyhow = nodemailer.createTransport({
    ...common,
    opportunisticTLS: true,
    tls: { rejectUnauthorized: false },
  });
  const send = async (
    transport: typeof verified,
    mail: DrawnMail,
    form: 'whole' | 'summary',
  ): Promise<Outcome> => {
    await transport.sendMail(messageOf(mail, from, form));
    return { outcome: form === 'whole' ? 'sent' : 'sent-summary' };
  };
  return {
    async carry(mail) {
      const careful = mail.summaryText !== null || server.auth !== null;
      try {
        return await send(careful ? verified : anyhow, mail, 'whole');
      } catch (error) {
        if (!lacksVerifiedTls(error) || mail.summaryText === null || server.auth !== null)
          return failure(error);
      }
      try {
        return await send(anyhow, mail, 'summary');
      } catch (error) {
        return failure(error);
      }
    },
    [Symbol.dispose]: () => {
      verified.close();
      anyhow.close();
    },
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** STARTTLS refused, or a certificate that does not hold; a connection that broke is neither. */
function lacksVerifiedTls(error: unknown): boolean {
  const { code, command, responseCode, message } = error as SmtpError;
  if (code === 'ETLS' && responseCode !== undefined) return command === 'STARTTLS';
  return /certificate|self.signed|altname|unable to verify/i.test(message);
}

/** A server's 5xx about this mail is final; about who we are, or anything else, it may change. */
function failure(error: unknown): Outcome {
  const { code, responseCode, message } = error as SmtpError;
  const final = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
  return { outcome: final ? 'refused' : 'deferred', error: message.slice(0, 500) };
}
