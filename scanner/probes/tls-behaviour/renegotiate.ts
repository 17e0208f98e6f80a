import type { TLSSocket } from 'node:tls';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';

type Found = EvidenceData['tls-behaviour']['clientRenegotiation'];

/** OpenSSL's words for the alert no_renegotiation and for a fatal alert in its place. */
const refusal = /NO_RENEGOTIATION|ALERT/;

/** Asks for one new handshake. A server that ends the connection instead has refused it; silence proves nothing. */
export function renegotiate(socket: TLSSocket, answerMs: number): Promise<Found> {
  const { promise, resolve } = Promise.withResolvers<Found>();
  const before = socket.getFinished()?.toString('hex') ?? '';
  const timer = setTimeout(() => resolve(unknown('timeout')), answerMs);
  const failed = (error: Error & { code?: string }) =>
    resolve(refusal.test(error.code ?? '') ? no : unknown(error.code === 'ECONNRESET' ? 'reset' : 'closed'));
  socket.once('error', failed).once('close', () => resolve(no));
  const accepted = socket.renegotiate({ rejectUnauthorized: false }, (error) => {
    if (error) return failed(error);
    const after = socket.getFinished()?.toString('hex') ?? '';
    resolve(after === before ? unknown('garbled') : yes({ before, after }));
  });
  if (!accepted) resolve(no);
  return promise.finally(() => clearTimeout(timer));
}
