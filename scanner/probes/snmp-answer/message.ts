import { limits } from '@enkaku/shared/evidence/limits.ts';
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

export type SnmpVersion = 'v1' | 'v2c';
const versionNumbers = { v1: 0, v2c: 1 } as const;

/** 1.3.6.1.2.1.1.1.0 */
const sysDescr = Buffer.from('2b06010201010100', 'hex');
/** RFC 1157 §4.1.1 and RFC 3416 §3. */
const errorStatus = { noError: 0, noSuchName: 2, noAccess: 6, authorizationError: 16 } as const;

export type SnmpReading =
  /** The agent served the community; the text is empty where it has no sysDescr. */
  | { readonly state: 'answered'; readonly sysDescr: string }
  /** The agent itself says that this community may not. */
  | { readonly state: 'denied' }
  | { readonly state: 'garbled' };

/** GET sysDescr.0 for the community `public`. @param requestId 0 to 2^31 − 1 */
export function encodeGet(version: SnmpVersion, requestId: number): Buffer {
  const binding = encodeBer(
    tag.sequence,
    Buffer.concat([encodeBer(tag.oid, sysDescr), encodeBer(tag.null, Buffer.alloc(0))]),
  );
  const pdu = Buffer.concat([
    encodeInteger(requestId),
    encodeInteger(0),
    encodeInteger(0),
    encodeBer(tag.sequence, binding),
  ]);
  return encodeBer(
    tag.sequence,
    Buffer.concat([
      encodeInteger(versionNumbers[version]),
      encodeBer(tag.octetString, Buffer.from('public')),
      encodeBer(tag.getRequest, pdu),
    ]),
  );
}

/** Whether a datagram is the response to that very request. */
export function isResponseTo(version: SnmpVersion, requestId: number, datagram: Buffer): boolean {
  try {
    const [header, [id]] = open(datagram);
    return readInteger(header) === versionNumbers[version] && readInteger(id) === requestId;
  } catch (error) {
    if (error instanceof MalformedBerError) return false;
    throw error;
  }
}

export function readResponse(datagram: Buffer): SnmpReading {
  try {
    const [, [, status, , bindings]] = open(datagram);
    const error = readInteger(status);
    if (error === errorStatus.noAccess || error === errorStatus.authorizationError) {
      return { state: 'denied' };
    }
    if (error === errorStatus.noSuchName) return { state: 'answered', sysDescr: '' };
    if (error !== errorStatus.noError) return { state: 'garbled' };
    const [binding] = readInside(bindings, tag.sequence);
    const [oid, value] = readInside(binding, tag.sequence);
    if (oid?.tag !== tag.oid || !oid.content.equals(sysDescr)) return { state: 'garbled' };
    return readValue(value);
  } catch (error) {
    if (error instanceof MalformedBerError) return { state: 'garbled' };
    throw error;
  }
}

function readValue(value: Ber | undefined): SnmpReading {
  switch (value?.tag) {
    case tag.octetString: {
      const text = value.content
        .toString('utf8')
        .replaceAll(/[\x00-\x1f\x7f]+/g, ' ')
        .trim();
      return { state: 'answered', sysDescr: text.slice(0, limits.line) };
    }
    case tag.noSuchObject:
    case tag.noSuchInstance:
    case tag.endOfMibView:
      return { state: 'answered', sysDescr: '' };
    default:
      return { state: 'garbled' };
  }
}

/** The version, and the fields of the response PDU. @throws MalformedBerError */
function open(datagram: Buffer): readonly [Ber | undefined, readonly Ber[]] {
  const [message] = readBer(datagram, 1);
  const [version, community, pdu] = readInside(message, tag.sequence);
  if (community?.tag !== tag.octetString) throw new MalformedBerError('no community');
  return [version, readInside(pdu, tag.response)];
}
