import { MalformedBerError, readBer } from '../ber.ts';
import type { Heard, Starttls } from './exchange.ts';

const startTls = Buffer.from('1.3.6.1.4.1.1466.20037', 'latin1');
/** LDAPMessage 1: ExtendedRequest with that name (RFC 4511 §4.12, §4.14). */
const request = Buffer.concat([Buffer.from('301d02010177188016', 'hex'), startTls]);
const [sequence, extendedResponse, enumerated] = [0x30, 0x78, 0x0a];
const maxResponse = 4096;

export const ldap: Starttls = [{ say: () => request, hear: response }];

function response(received: Buffer): Heard {
  if (received.length > 0 && received[0] !== sequence) return 'garbled';
  if (received.length > maxResponse) return 'garbled';
  try {
    const [message] = readBer(received);
    const operation = readBer(message?.content ?? Buffer.alloc(0)).find(
      ({ tag }) => tag === extendedResponse,
    );
    if (operation === undefined) return received.length === 0 ? 'more' : 'garbled';
    const code = readBer(operation.content).find(({ tag }) => tag === enumerated);
    if (code === undefined) return 'garbled';
    return code.content.equals(Buffer.from([0])) ? 'go-on' : 'no-tls';
  } catch (error) {
    if (!(error instanceof MalformedBerError)) throw error;
    return 'more'; // cut short; the limit above ends what never becomes whole
  }
}
