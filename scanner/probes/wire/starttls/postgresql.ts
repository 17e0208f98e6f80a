import type { Heard, Starttls } from './exchange.ts';

/** SSLRequest; the answer is one letter (PostgreSQL protocol §54.2.10). */
export const postgresql: Starttls = [
  {
    say: () => Buffer.from('0000000804d2162f', 'hex'),
    hear: (received) => letters[received.toString('latin1', 0, 1)] ?? 'garbled',
  },
];

const letters: Readonly<Record<string, Heard>> = { '': 'more', S: 'go-on', N: 'no-tls', E: 'blocked' };
