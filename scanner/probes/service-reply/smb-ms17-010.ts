import type { Facts, Protocol } from './protocol.ts';

/** MS-CIFS commands. */
const commands = { negotiate: 0x72, sessionSetup: 0x73, treeConnect: 0x75, transaction: 0x25 } as const;
/** STATUS_INSUFF_SERVER_RESOURCES gives the flaw away; a mended server finds the handle or the caller wrong. */
const patchedBy: Readonly<Record<number, 'yes' | 'no'>> = {
  3221225989: 'no',
  3221225480: 'yes',
  3221225506: 'yes',
};

interface Answer {
  readonly command: number;
  readonly status: number;
  readonly user: number;
  readonly tree: number;
}

/** One message of SMB 1 with NT status codes and without Unicode. */
function message(command: number, words: Buffer, bytes: Buffer, { user = 0, tree = 0 } = {}): Buffer {
  const header = Buffer.from('ff534d4200000000001801400000000000000000000000000000fffe00004d6a', 'hex');
  header[4] = command;
  header.writeUInt16LE(tree, 24);
  header.writeUInt16LE(user, 28);
  const counts = Buffer.alloc(2);
  counts.writeUInt16LE(bytes.length);
  const whole = Buffer.concat([header, Buffer.of(words.length / 2), words, counts, bytes]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(whole.length);
  return Buffer.concat([frame, whole]);
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

const negotiate = message(commands.negotiate, Buffer.alloc(0), latin1('\x02NT LM 0.12\0'));
/** §2.2.4.53: nobody, without a password. */
const anonymous = message(
  commands.sessionSetup,
  hex('ff00 0000 0044 0200 0100 00000000 0100 0000 00000000 40000000'),
  latin1('\0\0\0Enkaku\0Enkaku\0'),
);

const connect = (user: number) =>
  message(commands.treeConnect, hex('ff00 0000 0000 0100'), latin1('\0\\\\host\\IPC$\0?????\0'), { user });

/** §2.2.5.5: TRANS_PEEK_NMPIPE of no pipe: only what the refusal says is of interest. */
const peek = (user: number, tree: number) =>
  message(
    commands.transaction,
    hex('0000 0000 ffff ffff 00 00 0000 00000000 0000 0000 4a00 0000 4a00 02 00 2300 0000'),
    latin1('\\PIPE\\\0'),
    { user, tree },
  );

/** https://learn.microsoft.com/en-us/security-updates/securitybulletins/2017/ms17-010 ; only with consent. */
export const smbMs17010: Protocol = {
  name: 'smb-ms17-010',
  transport: 'tcp',
  ports: [445],
  services: ['microsoft-ds'],
  optIn: 'smb-ms17-010',
  questions: [
    {
      asked: 'peek-named-pipe',
      say: negotiate,
      next: (soFar, turn) => {
        const answers = answersIn(soFar);
        const last = answers.at(-1);
        if (answers.length !== turn + 1 || last?.status !== 0) return undefined;
        if (turn === 0) return anonymous;
        if (turn === 1) return connect(last.user);
        return turn === 2 ? peek(last.user, last.tree) : undefined;
      },
      isWhole: (bytes) => {
        const answers = answersIn(bytes);
        return answers.length >= 4 || (answers.at(-1)?.status ?? 0) !== 0;
      },
      read: (bytes): Facts | undefined => {
        const answers = answersIn(bytes);
        const last = answers.at(-1);
        if (last === undefined) return undefined;
        const status = `0x${last.status.toString(16).padStart(8, '0')}`;
        if (last.command !== commands.transaction) return { reached: 'no', status };
        return { reached: 'yes', status, patched: patchedBy[last.status] ?? 'unknown' };
      },
    },
  ],
};

function answersIn(bytes: Buffer): readonly Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at + 4 <= bytes.length && answers.length < 8; ) {
    const length = bytes.readUIntBE(at + 1, 3);
    const body = bytes.subarray(at + 4, at + 4 + length);
    if (body.length < length || length < 32 || body.toString('latin1', 0, 4) !== '\xffSMB') break;
    answers.push({
      command: body[4] ?? 0,
      status: body.readUInt32LE(5),
      user: body.readUInt16LE(28),
      tree: body.readUInt16LE(24),
    });
    at += 4 + length;
  }
  return answers;
}
