import type { Disagreement } from './agreement.ts';

interface Explained extends Pick<Disagreement, 'peer' | 'check'> {
  /** Who is right, and how one knows. */
  readonly why: string;
}

/** Where a peer and we differ on the beds, and why. */
const explained: readonly Explained[] = [
  {
    peer: 'sslscan',
    check: 'tls.renego.insecure',
    why: 'sslscan asks where TLS 1.3 was negotiated, which has no renegotiation; the ServerHello of TLS 1.2 that we keep has renegotiation_info',
  },
];

export function explanationOf({ peer, check }: Disagreement): string | undefined {
  return explained.find((entry) => entry.peer === peer && entry.check === check)?.why;
}
