import { limits } from '@enkaku/shared/evidence/limits.ts';
import ipaddr from 'ipaddr.js';
import { MalformedError } from '../wire/tls/bytes.ts';
import { type DerElement, dotted, readElements, readInside, tags } from './der.ts';

export interface AlternativeNames {
  readonly dnsNames: string[];
  readonly ipAddresses: string[];
}

const subjectAltName = '2.5.29.17';
const [dnsName, ipAddress] = [0x82, 0x87];
const [maxNames, maxAddresses] = [512, 128];

/**
 * subjectAltName of a certificate (RFC 5280 §4.2.1.6), read from the DER: OpenSSL's text form can be forged by
 * a name with a comma in it.
 */
export function alternativeNamesOf(der: Buffer): AlternativeNames {
  try {
    const names = readInside(
      extensionOf(der, subjectAltName) ?? Buffer.from([tags.sequence, 0]),
      tags.sequence,
    );
    return {
      dnsNames: contentsOf(names, dnsName)
        .map((content) => content.toString('latin1').slice(0, limits.line))
        .slice(0, maxNames),
      ipAddresses: contentsOf(names, ipAddress)
        .filter(({ length }) => length === 4 || length === 16)
        .map((content) => ipaddr.fromByteArray([...content]).toString())
        .slice(0, maxAddresses),
    };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return { dnsNames: [], ipAddresses: [] };
  }
}

function contentsOf(names: readonly DerElement[], wanted: number): Buffer[] {
  return names.filter(({ tag }) => tag === wanted).map(({ content }) => content);
}

function extensionOf(der: Buffer, wanted: string): Buffer | undefined {
  const toBeSigned = readInside(der, tags.sequence)[0];
  const list = readElements(toBeSigned?.content ?? Buffer.alloc(0)).find(
    ({ tag }) => tag === tags.extensions,
  );
  if (list === undefined) return undefined;
  for (const { content } of readInside(list.content, tags.sequence)) {
    const parts = readElements(content);
    if (parts[0]?.tag === tags.objectIdentifier && dotted(parts[0].content) === wanted)
      return parts.at(-1)?.content;
  }
  return undefined;
}
