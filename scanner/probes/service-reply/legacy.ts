import type { ServiceProtocol } from '@enkaku/shared/evidence/service-reply/schema.ts';
import type { Facts, Protocol } from './protocol.ts';

/** Services for tests of the 1980s. Over UDP they answer whoever is named as the sender, often with much more. */
interface Legacy {
  readonly name: ServiceProtocol;
  readonly port: number;
  /** Whether an answer is of this service; echo gives back what was said. */
  readonly looksLike: (text: string) => boolean;
}

const said = 'enkaku-4d6a\r\n';
/** RFC 864: the printing characters in a turning line. */
const turning = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .join('')
  .repeat(2);

const services: readonly Legacy[] = [
  { name: 'echo', port: 7, looksLike: (text) => text === said },
  {
    name: 'daytime',
    port: 13,
    looksLike: (text) =>
      /^[\x20-\x7e\r\n]{8,120}$/.test(text) &&
      /\d{1,2}:\d\d:\d\d/.test(text) &&
      /\d{4}|\d\d-\d\d-\d\d/.test(text),
  },
  {
    name: 'qotd',
    port: 17,
    looksLike: (text) =>
      text.length <= 512 &&
      /^"?[A-Z][\x09\x0a\x0d\x20-\x7e]{20,}\s*$/.test(text) &&
      !/^(?:HTTP|SSH|RTSP|SIP)\b/.test(text),
  },
  {
    name: 'chargen',
    port: 19,
    looksLike: (text) => text.length >= 20 && turning.includes(text.slice(0, 20)),
  },
];

const askedOver = (transport: 'tcp' | 'udp') =>
  services.map(
    ({ name, port, looksLike }): Protocol => ({
      name,
      transport,
      ports: [port],
      services: [name],
      questions: [
        {
          asked: 'line',
          say: Buffer.from(said),
          repeats: true,
          read: (bytes): Facts | undefined =>
            looksLike(bytes.toString('latin1'))
              ? { asked: String(said.length), answered: String(bytes.length) }
              : undefined,
        },
      ],
    }),
  );

export const legacy: readonly Protocol[] = [...askedOver('tcp'), ...askedOver('udp')];
