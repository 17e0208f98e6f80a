import { z } from 'zod';
import { hex, line, observed } from '../limits.ts';
import { tlsRoutes, tlsVersions } from '../tls-hello/schema.ts';

const lifetimeSeconds = z.int().min(0).max(4_294_967_295);
const reaction = line;

/**
 * What a TLS server does when a handshake goes on, or goes on wrongly. `yes` is the deed itself, `no` the server's own
 * refusal of it; `not-attempted` also where the server made the question pointless.
 */
export const tlsBehaviourSchema = z.strictObject({
  sni: line.nullable(),
  via: z.enum(tlsRoutes),
  /** A handshake of the runtime with the best that both have. `alpn` is the protocol that the server chose of h2 and http/1.1. */
  session: observed(
    z.strictObject({ version: z.enum(tlsVersions), cipherName: line, alpn: line.nullable() }),
  ),
  /** Session tickets: what the server says of their life. `no`: the connection ended in order and there was none. */
  ticket: z.strictObject({
    'TLSv1.2': observed(z.strictObject({ lifetimeSeconds })),
    'TLSv1.3': observed(z.strictObject({ lifetimeSeconds })),
  }),
  /** TLS 1.3 early data: `max_early_data_size` of the ticket. */
  earlyData: observed(z.strictObject({ maxBytes: z.int().min(1).max(4_294_967_295) })),
  /** Up to TLS 1.2: the client asked for one new handshake and it was completed. The Finished messages before and after. */
  clientRenegotiation: observed(z.strictObject({ before: hex, after: hex })),
  /**
   * CVE-2014-0224: a ChangeCipherSpec before the key exchange, then another. `yes`: the server decrypted the second one
   * (alert 20 or 21 in `answer`). `no`: unexpected_message.
   */
  ccsInjection: observed(z.strictObject({ serverHello: hex, answer: hex, alert: z.int().min(0).max(255) })),
  /** CVE-2016-9244: a session id of one byte came back longer, each time. What leaked is not kept: the ServerHellos end with the byte sent. */
  ticketbleed: observed(
    z.strictObject({
      sent: hex,
      echoedBytes: z.int().min(2).max(255),
      serverHello: hex,
      confirmedBy: hex,
    }),
  ),
  /**
   * ROBOT: key exchange messages that are padded wrongly, and what the server did for each kind, in every round the
   * same. `yes`: the kinds are told apart. Asked where static RSA is accepted; `no` also where it is refused.
   */
  robot: observed(
    z.strictObject({
      reactions: z
        .array(z.strictObject({ padding: line, reactions: z.array(reaction).min(1).max(8) }))
        .min(2)
        .max(8),
    }),
  ),
  /** CVE-2014-0160, with consent only: an answer longer than what was sent to be echoed. The bytes themselves are not kept. */
  heartbleed: observed(z.strictObject({ sentBytes: z.int().min(0), answeredBytes: z.int().min(1) })),
  /** Handshakes made, all purposes. */
  connections: z.int().min(0).max(65_536),
});
