import { GuardError, ProbeError } from './guard.ts';

type Reason = ProbeError['reason'];

const reasons: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'blocked',
  ENETUNREACH: 'blocked',
  EACCES: 'blocked',
  EPERM: 'blocked',
};

/** The peer's own alert (RFC 8446 §6.2), as OpenSSL names it; everything else of `ERR_SSL_` is our library speaking. */
const peerAlert = /ALERT|TLSV1_(UNRECOGNIZED_NAME|UNSUPPORTED_EXTENSION)/;

/**
 * Any error of a socket in the words of `Observed`. Only an answer of the peer becomes `refused`: where our own TLS
 * library gave up (unsupported version, short key), the answer is `garbled`, which proves nothing.
 */
export function toProbeError(error: unknown): ProbeError | GuardError {
  if (error instanceof ProbeError || error instanceof GuardError) return error;
  const { code, message } = describe(error);
  return new ProbeError(reasonOf(code, message), `${code} ${message}`.trim().slice(0, 300), { cause: error });
}

function reasonOf(code: string, message: string): Reason {
  // Node gives the code of a reset to a peer that closed in the middle of the handshake.
  if (message.includes('disconnected before secure TLS connection')) return 'closed';
  if (code.startsWith('ERR_SSL_')) return peerAlert.test(code) ? 'refused' : 'garbled';
  return reasons[code] ?? 'garbled';
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message };
}
