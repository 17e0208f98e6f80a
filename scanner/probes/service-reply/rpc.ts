import type { Facts, Protocol, Question } from './protocol.ts';

const xid = 0x456e_4d6a;
const fragment = 4;

/** RFC 5531 §9: a call without arguments or credentials. */
function call(program: number, version: number, procedure: number): Buffer {
  const words = [xid, 0, 2, program, version, procedure, 0, 0, 0, 0];
  const bytes = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) bytes.writeUInt32BE(word, index * 4);
  return bytes;
}

/** §11: over TCP a length goes before, with the bit for "last". */
function overTcp({ say = Buffer.alloc(0), read, ...question }: Question): Question {
  const head = Buffer.alloc(fragment);
  head.writeUInt32BE((0x8000_0000 | say.length) >>> 0);
  return {
    ...question,
    say: Buffer.concat([head, say]),
    isWhole: (bytes) =>
      bytes.length >= fragment && bytes.length >= fragment + (bytes.readUInt32BE(0) & 0x7fff_ffff),
    read: (bytes) => read(bytes.subarray(fragment)),
  };
}

/** What follows an accepted and successful reply to our call. */
function resultOf(bytes: Buffer): Words | 'refused' | undefined {
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== xid || bytes.readUInt32BE(4) !== 1) return undefined;
  if (bytes.readUInt32BE(8) !== 0) return 'refused';
  if (bytes.length < 24 || bytes.readUInt32BE(20) !== 0) return 'refused';
  return new Words(bytes.subarray(24));
}

/** XDR, RFC 4506: undefined once the bytes are at their end. */
class Words {
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  next(): number | undefined {
    const at = this.#at;
    this.#at += 4;
    return this.#at <= this.#bytes.length ? this.#bytes.readUInt32BE(at) : undefined;
  }

  text(): string | undefined {
    const length = this.next();
    if (length === undefined || length > 1024 || this.#at + length > this.#bytes.length) return undefined;
    const text = this.#bytes.toString('utf8', this.#at, this.#at + length);
    this.#at += Math.ceil(length / 4) * 4;
    return text;
  }
}

const programs: Readonly<Record<number, string>> = {
  100000: 'rpcbind',
  100003: 'nfs',
  100005: 'mountd',
  100021: 'nlockmgr',
  100024: 'status',
  100004: 'ypserv',
  100007: 'ypbind',
};
const mostEntries = 256;

/** RFC 1833 §3: PMAPPROC_DUMP, the list of what is registered. */
const dump: Question = {
  asked: 'dump',
  say: call(100_000, 2, 4),
  read: (bytes): Facts | undefined => {
    const result = resultOf(bytes);
    if (result === undefined || result === 'refused') return result && { access: 'denied' };
    const seen = new Set<string>();
    for (let entry = 0; entry < mostEntries && result.next() === 1; entry++) {
      const [program, , protocol, port] = [result.next(), result.next(), result.next(), result.next()];
      if (program === undefined || port === undefined) break;
      seen.add(`${programs[program] ?? program}:${port}/${protocol === 17 ? 'udp' : 'tcp'}`);
    }
    return { access: 'open', programs: [...seen].join(' ').slice(0, 1000), bytes: String(bytes.length) };
  },
};

/** RFC 1813 §5.2.5: MOUNTPROC3_EXPORT, what `showmount -e` shows. Nothing is mounted. */
const exports: Question = {
  asked: 'export',
  say: call(100_005, 3, 5),
  read: (bytes): Facts | undefined => {
    const result = resultOf(bytes);
    if (result === undefined || result === 'refused') return result && { access: 'denied' };
    const folders: string[] = [];
    let forEverybody = 'no';
    for (let entry = 0; entry < mostEntries && result.next() === 1; entry++) {
      const folder = result.text();
      if (folder === undefined) break;
      const groups: string[] = [];
      while (groups.length < mostEntries && result.next() === 1) groups.push(result.text() ?? '');
      if (groups.length === 0 || groups.includes('*') || groups.includes('(everyone)')) forEverybody = 'yes';
      folders.push(`${folder} ${groups.join(',') || '*'}`);
    }
    return { count: String(folders.length), exports: folders.join(' ; ').slice(0, 1000), forEverybody };
  },
};

const portmap = { name: 'rpcbind', ports: [111], services: ['rpcbind'] } as const;
export const rpcbind: Protocol = { ...portmap, transport: 'tcp', questions: [overTcp(dump)] };
export const rpcbindUdp: Protocol = { ...portmap, transport: 'udp', questions: [dump] };
export const nfsMount: Protocol = {
  name: 'nfs-mount',
  transport: 'tcp',
  ports: [20_048],
  services: ['mountd'],
  questions: [overTcp(exports)],
};
