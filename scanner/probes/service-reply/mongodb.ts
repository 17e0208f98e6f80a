import { readBson } from './bson.ts';
import type { Facts, Protocol } from './protocol.ts';

const opMessage = 2013;
const headerBytes = 16;
/** Flags and the kind of the one section. */
const bodyAt = headerBytes + 5;
/** Unauthorized: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const unauthorized = 13;

/** https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ : names of databases, never their contents. */
export const mongodb: Protocol = {
  name: 'mongodb',
  transport: 'tcp',
  ports: [27_017, 27_018],
  services: ['mongodb', 'mongod'],
  questions: [
    {
      asked: 'list-databases',
      say: command('listDatabases', { nameOnly: 1 }),
      isWhole: (bytes) => bytes.length >= 4 && bytes.length >= bytes.readInt32LE(0),
      read: readDatabases,
    },
  ],
};

function readDatabases(bytes: Buffer): Facts | undefined {
  if (bytes.length < bodyAt || bytes.readInt32LE(12) !== opMessage) return undefined;
  const answer = readBson(bytes.subarray(bodyAt));
  if (answer === undefined || !answer.has('ok')) return undefined;
  if (answer.get('ok') === 1) {
    const databases = answer.get('databases');
    return { access: 'open', databases: String(typeof databases === 'object' ? databases.items : 0) };
  }
  const code = answer.get('code');
  if (code === unauthorized) return { access: 'password' };
  return { access: 'refused', code: String(code ?? '') };
}

function command(name: string, options: Readonly<Record<string, number>>): Buffer {
  const fields = [
    ...Object.entries({ [name]: 1, ...options }).map(([key, value]) => {
      const int = Buffer.alloc(4);
      int.writeInt32LE(value);
      return Buffer.concat([Buffer.of(16), Buffer.from(`${key}\0`), int]);
    }),
    Buffer.concat([Buffer.of(2), Buffer.from('$db\0'), Buffer.of(6, 0, 0, 0), Buffer.from('admin\0')]),
    Buffer.of(0),
  ];
  const body = Buffer.concat([Buffer.alloc(4), ...fields]);
  body.writeInt32LE(body.length);
  const message = Buffer.concat([Buffer.alloc(bodyAt), body]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(opMessage, 12);
  return message;
}
