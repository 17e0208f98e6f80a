import {
  type Ber,
  encodeBer,
  encodeInteger,
  MalformedBerError,
  readBer,
  readInside,
  readInteger,
  tag,
} from '../wire/ber.ts';
import type { Facts, Protocol } from './protocol.ts';

const [searchRequest, searchEntry, searchDone] = [0x63, 0x64, 0x65];
const success = 0;

/**
 * RFC 4512 §5.1 and RFC 4511 §4.5: without a name or password, the directory's own entry; then whether the root of
 * its tree can be seen, one entry, no attribute.
 */
const dialog = {
  asked: 'root',
  say: search(1, '', ['namingContexts', 'vendorName', 'vendorVersion']),
  next: (soFar: Buffer, turn: number) => {
    const messages = messagesIn(soFar);
    const done = messages.some(({ id, operation }) => id === 1 && operation.tag === searchDone);
    if (turn !== 0 || !done) return undefined;
    const [context] = contextsIn(messages);
    return context === undefined ? undefined : search(2, context, ['1.1']);
  },
  isWhole: (bytes: Buffer) => {
    const messages = messagesIn(bytes);
    const ended = messages.filter(({ operation }) => operation.tag === searchDone).map(({ id }) => id);
    return ended.includes(2) || (ended.includes(1) && contextsIn(messages).length === 0);
  },
  read,
};

const where = { name: 'ldap', transport: 'tcp', services: ['ldap'], questions: [dialog] } as const;
export const ldap: Protocol = { ...where, ports: [389, 3268] };
export const ldaps: Protocol = { ...where, ports: [636, 3269], services: ['ldaps'], tls: 'direct' };

interface Message {
  readonly id: number;
  readonly operation: Ber;
}

function search(id: number, base: string, attributes: readonly string[]): Buffer {
  const enumerated = (value: number) => Buffer.of(0x0a, 1, value);
  const octets = (text: string) => encodeBer(tag.octetString, Buffer.from(text));
  const body = Buffer.concat([
    octets(base),
    ...[enumerated(0), enumerated(0), encodeInteger(1), encodeInteger(5), Buffer.of(1, 1, 0)],
    encodeBer(0x87, Buffer.from('objectClass')),
    encodeBer(tag.sequence, Buffer.concat(attributes.map(octets))),
  ]);
  return encodeBer(tag.sequence, Buffer.concat([encodeInteger(id), encodeBer(searchRequest, body)]));
}

/** The whole messages at the beginning; none where the bytes are of another language. */
function messagesIn(bytes: Buffer): readonly Message[] {
  const messages: Message[] = [];
  try {
    for (let at = 0; at < bytes.length && messages.length < 16; ) {
      const size = elementSize(bytes.subarray(at));
      if (size === undefined || at + size > bytes.length) break;
      const [id, operation] = readInside(readBer(bytes.subarray(at, at + size), 1)[0], tag.sequence);
      if (operation === undefined) break;
      messages.push({ id: readInteger(id), operation });
      at += size;
    }
  } catch (error) {
    if (!(error instanceof MalformedBerError)) throw error;
    return [];
  }
  return messages;
}

function elementSize(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (first === undefined || bytes[0] !== tag.sequence) return undefined;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  if (octets < 1 || octets > 4 || bytes.length < 2 + octets) return undefined;
  return 2 + octets + bytes.readUIntBE(2, octets);
}

function attributesIn(messages: readonly Message[], wanted: string): readonly string[] {
  try {
    return messages
      .filter(({ id, operation }) => id === 1 && operation.tag === searchEntry)
      .flatMap(({ operation }) => {
        const [, list] = readBer(operation.content);
        return readInside(list, tag.sequence).flatMap((attribute) => {
          const [name, values] = readInside(attribute, tag.sequence);
          if (name?.content.toString('latin1').toLowerCase() !== wanted.toLowerCase()) return [];
          return readInside(values, 0x31).map(({ content }) => content.toString('utf8').slice(0, 256));
        });
      });
  } catch (error) {
    if (!(error instanceof MalformedBerError)) throw error;
    return [];
  }
}

const contextsIn = (messages: readonly Message[]) => attributesIn(messages, 'namingContexts').filter(Boolean);

function read(bytes: Buffer): Facts | undefined {
  const messages = messagesIn(bytes);
  const rootDone = messages.find(({ id, operation }) => id === 1 && operation.tag === searchDone);
  if (rootDone === undefined) return undefined;
  const isRootRead = messages.some(({ id, operation }) => id === 1 && operation.tag === searchEntry);
  const contexts = contextsIn(messages).join(' ; ').slice(0, 500);
  return {
    root: isRootRead ? 'open' : 'denied',
    access: accessOf(messages),
    ...(contexts === '' ? {} : { contexts }),
  };
}

/** Of the tree itself: `open` only where its root came back. */
function accessOf(messages: readonly Message[]): string {
  const done = messages.find(({ id, operation }) => id === 2 && operation.tag === searchDone);
  if (done === undefined) return 'unknown';
  if (messages.some(({ id, operation }) => id === 2 && operation.tag === searchEntry)) return 'open';
  return done.operation.content[2] === success ? 'unknown' : 'denied';
}
