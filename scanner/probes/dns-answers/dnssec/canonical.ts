import type { RecordIn } from '@enkaku/shared/protocol/dns/message.ts';
import { readLabels } from '@enkaku/shared/protocol/dns/name.ts';
import { typeCodes } from '@enkaku/shared/protocol/dns/types.ts';

/** A name in the form that is signed: no pointers, lower case (RFC 4034 §6.2). */
export function wireName(labels: readonly Buffer[]): Buffer {
  const parts = labels.map((label) => Buffer.concat([Buffer.from([label.length]), lower(label)]));
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function lower(label: Buffer): Buffer {
  return Buffer.from(label.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));
}

/** How many octets stand before the name in the data of the types that hold one; SOA holds two, at the beginning. */
const nameAfter: ReadonlyMap<number, number> = new Map([
  [typeCodes.NS, 0],
  [typeCodes.CNAME, 0],
  [typeCodes.PTR, 0],
  [typeCodes.DNAME, 0],
  [typeCodes.MX, 2],
  [typeCodes.SRV, 6],
]);

/** The data of a record with its names spelled out, in lower case. RFC 6840 §5.1 leaves NSEC as it is. */
function canonicalData(message: Buffer, { place }: RecordIn): Buffer {
  const { type, start, end } = place;
  if (type === typeCodes.SOA) {
    const primary = readLabels(message, start);
    const mailbox = readLabels(message, primary.next);
    return Buffer.concat([
      wireName(primary.labels),
      wireName(mailbox.labels),
      message.subarray(mailbox.next, end),
    ]);
  }
  const before = nameAfter.get(type);
  if (before === undefined) return message.subarray(start, end);
  const { labels } = readLabels(message, start + before);
  return Buffer.concat([message.subarray(start, start + before), wireName(labels)]);
}

/** What the signature covers after its own fields: the set, sorted, each record once (RFC 4034 §3.1.8.1, §6.3). */
export function canonicalSet(
  message: Buffer,
  records: readonly RecordIn[],
  signed: { readonly labels: number; readonly ttl: number },
): Buffer {
  const datas = records.map((record) => canonicalData(message, record)).sort(Buffer.compare);
  const distinct = datas.filter(
    (data, index) => index === 0 || !data.equals(datas[index - 1] ?? Buffer.alloc(0)),
  );
  const [first] = records;
  if (first === undefined) return Buffer.alloc(0);
  const owner = signedOwner(readLabels(message, first.at).labels, signed.labels);
  return Buffer.concat(
    distinct.map((data) => {
      const head = Buffer.alloc(10);
      head.writeUInt16BE(first.place.type, 0);
      head.writeUInt16BE(first.place.class, 2);
      head.writeUInt32BE(signed.ttl, 4);
      head.writeUInt16BE(data.length, 8);
      return Buffer.concat([owner, head, data]);
    }),
  );
}

/** A set that a wildcard made up was signed under the wildcard's name (RFC 4035 §5.3.2). */
function signedOwner(labels: readonly Buffer[], count: number): Buffer {
  if (labels.length <= count) return wireName(labels);
  return wireName([Buffer.from('*'), ...labels.slice(labels.length - count)]);
}
