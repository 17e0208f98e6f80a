import {
  type DerElement,
  dotted,
  elementAt,
  inside,
  MalformedDerError,
  readElements,
} from '@enkaku/shared/evidence/certificate/der.ts';

export interface OcspStatus {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** UTC, e.g. `2026-11-27T00:00:00Z`. */
  readonly thisUpdate: string;
  readonly nextUpdate: string | null;
}

const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const tags = { context0: 0xa0, octetString: 0x04, generalizedTime: 0x18, sequence: 0x30 } as const;
/** CertStatus ::= CHOICE { good [0], revoked [1], unknown [2] } */
const statuses: Readonly<Record<number, OcspStatus['status']>> = {
  128: 'good',
  160: 'good',
  161: 'revoked',
  130: 'unknown',
  162: 'unknown',
};

/**
 * The first answer of a BasicOCSPResponse (RFC 6960 §4.2.1): the one about the leaf, since a server staples no other.
 * Its signature is the client's affair; a lie here would harm only the server that staples it.
 * undefined for anything else.
 */
export function readOcspResponse(bytes: Uint8Array): OcspStatus | undefined {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof MalformedDerError) return undefined;
    throw error;
  }
}

function read(bytes: Uint8Array): OcspStatus | undefined {
  const response = inside(readElements(bytes)[0]);
  const wrapped = inside(inside(response.find(({ tag }) => tag === tags.context0))[0]);
  if (dotted(elementAt(wrapped, 0).content) !== basicResponse) return undefined;
  const basic = inside(readElements(elementAt(wrapped, 1).content)[0]);
  const data = inside(elementAt(basic, 0));
  const list = data.find(({ tag }, index) => tag === tags.sequence && index > 0);
  const [, status, thisUpdate, next] = inside(inside(list)[0]);
  const known = status && statuses[status.tag];
  const from = thisUpdate && instantOf(thisUpdate);
  if (known === undefined || from === undefined) return undefined;
  const until = next?.tag === tags.context0 ? instantOf(elementAt(inside(next), 0)) : undefined;
  return { status: known, thisUpdate: from, nextUpdate: until ?? null };
}

function instantOf({ tag, content }: DerElement): string | undefined {
  const text = String.fromCharCode(...content.subarray(0, 32));
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text);
  if (tag !== tags.generalizedTime || parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
