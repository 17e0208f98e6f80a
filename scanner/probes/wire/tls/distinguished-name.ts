import {
  derTags,
  dotted,
  MalformedDerError,
  readElements,
  readInside,
} from '@enkaku/shared/evidence/certificate/der.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};
const bmpString = 0x1e;

/** `C=JP, O=Sakura City, CN=Internal CA` of a Name in DER; empty where it cannot be read. */
export function readableName(der: Buffer): string {
  try {
    const sets = readInside(der, derTags.sequence);
    const parts = sets.flatMap(({ content }) => readElements(content).map((pair) => attribute(pair.content)));
    return parts.join(', ').slice(0, limits.line);
  } catch (error) {
    if (!(error instanceof MalformedDerError)) throw error;
    return '';
  }
}

function attribute(pair: Buffer): string {
  const [type, value] = readElements(pair);
  if (type === undefined || value === undefined) throw new MalformedDerError('an attribute without a value');
  const oid = dotted(type.content);
  const text =
    value.tag === bmpString && value.content.length % 2 === 0
      ? Buffer.from(value.content).swap16().toString('utf16le')
      : value.content.toString('utf8');
  return `${shortNames[oid] ?? oid}=${text.toWellFormed()}`;
}
