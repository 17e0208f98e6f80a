import {
  type DerElement,
  derTags,
  dotted,
  MalformedDerError,
  readElements,
  readInside,
} from '@enkaku/shared/evidence/certificate/der.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import ipaddr from 'ipaddr.js';

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
      extensionOf(der, subjectAltName) ?? Buffer.from([derTags.sequence, 0]),
      derTags.sequence,
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
    if (!(error instanceof MalformedDerError)) throw error;
    return { dnsNames: [], ipAddresses: [] };
  }
}

function contentsOf(names: readonly DerElement<Buffer>[], wanted: number): Buffer[] {
  return names.filter(({ tag }) => tag === wanted).map(({ content }) => content);
}

function extensionOf(der: Buffer, wanted: string): Buffer | undefined {
  const toBeSigned = readInside(der, derTags.sequence)[0];
  const list = readElements(toBeSigned?.content ?? Buffer.alloc(0)).find(
    ({ tag }) => tag === derTags.extensions,
  );
  if (list === undefined) return undefined;
  for (const { content } of readInside(list.content, derTags.sequence)) {
    const parts = readElements(content);
    if (parts[0]?.tag === derTags.objectIdentifier && dotted(parts[0].content) === wanted)
      return parts.at(-1)?.content;
  }
  return undefined;
}
