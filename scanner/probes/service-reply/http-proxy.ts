import type { Facts, Protocol } from './protocol.ts';

/**
 * Whether a proxy fetches for strangers. The page is on a name that can never exist (RFC 6761 §6.4), so that no third
 * party is reached: an open proxy tells that it could not resolve it, a closed one that we may not ask.
 */
export const httpProxy: Protocol = {
  name: 'http-proxy',
  transport: 'tcp',
  ports: [3128],
  services: ['http-proxy', 'squid-http'],
  questions: [
    {
      asked: 'get-invalid-name',
      say: Buffer.from(
        'GET http://enkaku.invalid/ HTTP/1.1\r\nHost: enkaku.invalid\r\nUser-Agent: Enkaku\r\nConnection: close\r\n\r\n',
      ),
      isWhole: (bytes) => bytes.includes('\r\n\r\n'),
      read,
    },
  ],
};

function read(bytes: Buffer): Facts | undefined {
  const text = bytes.toString('latin1');
  const status = /^HTTP\/1\.[01] (\d{3})[ \r]/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const squid = /\r\nX-Squid-Error: (ERR_\w{1,40})/.exec(text)?.[1] ?? '';
  const software = /\r\n(?:Server|Via):[ \t]*([^\r\n]{1,200})/i.exec(text)?.[1];
  return {
    status,
    access: accessOf(status, squid),
    ...(squid === '' ? {} : { error: squid }),
    ...(software === undefined ? {} : { software }),
  };
}

/** Squid took the order and could not carry it out. */
const tried = new Set(['ERR_DNS_FAIL', 'ERR_READ_ERROR', 'ERR_CONNECT_FAIL']);

function accessOf(status: string, squid: string): string {
  if (tried.has(squid)) return 'open';
  return status === '403' || status === '407' || squid === 'ERR_ACCESS_DENIED' ? 'denied' : 'unknown';
}
