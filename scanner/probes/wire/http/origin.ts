import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';

/** The root of a web server, under its name or its address. */
export function originOf(scheme: 'http' | 'https', { name, host, port }: Endpoint): URL {
  const authority = name ?? (host.includes(':') ? `[${host}]` : host);
  return new URL(`${scheme}://${authority}:${port}/`);
}
