import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';

/** The root of a web server, under its name or its address. */
export function originOf(scheme: 'http' | 'https', { name, host, port }: Endpoint): URL {
  const authority = name ?? (host.includes(':') ? `[${host}]` : host);
  return new URL(`${scheme}://${authority}:${port}/`);
}

/** The port that a web address leads to, said or not. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
