/** A value of BSON as far as it is needed here; arrays are counted. */
type BsonValue = string | number | { readonly items: number };

/** The top level of a BSON document (https://bsonspec.org/spec.html); undefined where it is none. */
export function readBson(bytes: Buffer): ReadonlyMap<string, BsonValue> | undefined {
  if (bytes.length < 5) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < 5 || length > bytes.length || bytes[length - 1] !== 0) return undefined;
  const values = new Map<string, BsonValue>();
  for (let at = 4; at < length - 1; ) {
    const type = bytes[at] ?? 0;
    const end = bytes.indexOf(0, at + 1);
    if (end === -1 || end >= length) return undefined;
    const size = sizeOf(type, bytes, end + 1);
    if (size === undefined || end + 1 + size > length) return undefined;
    const value = readValue(type, bytes.subarray(end + 1, end + 1 + size));
    if (value !== undefined) values.set(bytes.toString('utf8', at + 1, end), value);
    at = end + 1 + size;
  }
  return values;
}

function sizeOf(type: number, bytes: Buffer, at: number): number | undefined {
  const fixed: Readonly<Record<number, number>> = {
    1: 8,
    7: 12,
    8: 1,
    9: 8,
    10: 0,
    16: 4,
    17: 8,
    18: 8,
    19: 16,
  };
  if (fixed[type] !== undefined) return fixed[type];
  if (at + 4 > bytes.length) return undefined;
  const length = bytes.readInt32LE(at);
  if (length < 0) return undefined;
  if (type === 2) return 4 + length;
  if (type === 3 || type === 4) return length;
  return type === 5 ? 5 + length : undefined;
}

function readValue(type: number, bytes: Buffer): BsonValue | undefined {
  if (type === 1) return bytes.readDoubleLE(0);
  if (type === 2) return bytes.toString('utf8', 4, Math.max(4, bytes.length - 1));
  if (type === 4) return { items: readBson(bytes)?.size ?? 0 };
  if (type === 8) return bytes[0] ?? 0;
  return type === 16 ? bytes.readInt32LE(0) : undefined;
}
