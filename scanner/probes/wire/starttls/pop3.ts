import { type Heard, lineIn, type Starttls } from './exchange.ts';

/** RFC 2595 §4. */
export const pop3: Starttls = [
  { say: null, hear: (received) => status(received, 'blocked') },
  { say: () => 'STLS\r\n', hear: (received) => status(received, 'no-tls') },
];

function status(received: Buffer, refusal: Heard): Heard {
  const line = lineIn(received, /^/);
  if (line === undefined) return 'more';
  if (line.startsWith('+OK')) return 'go-on';
  return line.startsWith('-ERR') ? refusal : 'garbled';
}
