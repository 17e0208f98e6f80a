import { constants } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type SecureContextOptions,
  type TLSSocket,
} from 'node:tls';
import { ProbeError, type TlsOptions } from './guard.ts';
import { toProbeError } from './network-error.ts';
import { limitSilence } from './tcp.ts';

const stapled = new WeakMap<TLSSocket, Buffer>();

/** The OCSP response that came with the handshake (RFC 6066 §8); the event is over before a probe has the socket. */
export function stapledOcspResponse(socket: TLSSocket): Buffer | null {
  return stapled.get(socket) ?? null;
}

/**
 * A TLS handshake over an open connection. Nothing is trusted: `authorizationError` is the chain's fate against
 * Mozilla's roots and `anchors`; whether the name matches is left to the checks.
 */
export function startTls(
  socket: Socket,
  options: TlsOptions,
  anchors: readonly string[],
  timeoutMs: number,
  opened: (secure: TLSSocket) => void,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    let secure: TLSSocket;
    try {
      secure = connect(connectionOptions(socket, options, anchors));
    } catch (error) {
      socket.destroy();
      return reject(toProbeError(error));
    }
    const fail = (error: unknown) => {
      secure.destroy();
      reject(toProbeError(error));
    };
    endTogether(socket, secure);
    opened(secure);
    socket.setTimeout(0);
    limitSilence(secure, timeoutMs);
    const close = () => fail(new ProbeError('closed', 'closed in the handshake'));
    secure.on('OCSPResponse', (response: Buffer | null) => {
      if (response !== null && response.length > 0) stapled.set(secure, response);
    });
    secure.once('error', fail);
    secure.once('close', close);
    secure.once('secureConnect', () => {
      secure.off('error', fail);
      secure.off('close', close);
      resolve(secure);
    });
  });
}

/** Node 24 crashes (SIGSEGV) when the connection is destroyed before the TLS on it, both in one turn: TLS goes first. */
function endTogether(socket: Socket, secure: TLSSocket): void {
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    secure.destroy(error);
    return destroy(error);
  };
}

function connectionOptions(
  socket: Socket,
  options: TlsOptions,
  anchors: readonly string[],
): ConnectionOptions {
  const named = options.servername !== undefined && isIP(options.servername) === 0;
  return {
    socket,
    secureContext: contextFor(strength(options), anchors),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(speaksOldVersions(options) ? { minDHSize: 1 } : {}),
    ...(named ? { servername: options.servername } : {}),
    ...(options.alpn === undefined ? {} : { ALPNProtocols: [...options.alpn] }),
    ...(options.requestOcsp === undefined ? {} : { requestOCSP: options.requestOcsp }),
  };
}

const contexts = new Map<string, SecureContext>();
const maxContexts = 32;

/** Reading Mozilla's roots takes ten milliseconds in which nothing else happens: once for each kind of client. */
function contextFor(strength: SecureContextOptions, anchors: readonly string[]): SecureContext {
  const key = JSON.stringify([strength, anchors]);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  if (contexts.size >= maxContexts) contexts.clear();
  const context = createSecureContext({ ca: [...rootCertificates, ...anchors], ...strength });
  contexts.set(key, context);
  return context;
}

/** Old versions need all that OpenSSL guards against by default: to see a server is not to trust it. */
function strength(options: TlsOptions): SecureContextOptions {
  const { minVersion, maxVersion, ciphers } = options;
  return {
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(ciphers === undefined ? {} : { ciphers }),
    ...(speaksOldVersions(options)
      ? {
          secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
          ciphers: ciphers ?? 'DEFAULT@SECLEVEL=0',
        }
      : {}),
  };
}

function speaksOldVersions({ minVersion }: TlsOptions): boolean {
  return minVersion === 'TLSv1' || minVersion === 'TLSv1.1';
}
