import type { Facts, Protocol, Question } from './protocol.ts';

const rmcp = Buffer.from('0600ff07', 'hex');
const isIpmi = (bytes: Buffer) => bytes.length >= 16 && bytes.subarray(0, 4).equals(rmcp);

/** IPMI 2.0 §22.13: which kinds of login the device knows; asked without a session. */
const authCapabilities: Question = {
  asked: 'auth-capabilities',
  say: Buffer.concat([rmcp, Buffer.from('000000000000000000092018c88100388e04b5', 'hex')]),
  read: (bytes): Facts | undefined => {
    const message = bytes.subarray(14);
    if (!isIpmi(bytes) || message.length < 12 || message[5] !== 0x38) return undefined;
    if (message[6] !== 0) return { completion: String(message[6]) };
    const [types = 0, status = 0, extended = 0] = message.subarray(8, 11);
    return {
      completion: '0',
      version: (types & 0x80) !== 0 && (extended & 2) !== 0 ? '2.0' : '1.5',
      noPassword: (types & 1) === 0 ? 'no' : 'yes',
      anonymous: (status & 1) === 0 ? 'no' : 'yes',
      emptyNames: (status & 2) === 0 ? 'no' : 'yes',
    };
  },
};

const consoleSession = Buffer.from('a4a3a2a0', 'hex');

/** §13.17: a session is asked for and never used. @param algorithms of authentication, integrity, confidentiality */
function openSession(asked: string, algorithms: readonly [number, number, number]): Question {
  const payload = algorithms.map((algorithm, kind) => Buffer.of(kind, 0, 0, 8, algorithm, 0, 0, 0));
  return {
    asked,
    say: rmcpPlus(0x10, Buffer.concat([Buffer.alloc(4), consoleSession, ...payload])),
    read: (bytes) => {
      const answer = payloadOf(bytes, 0x11);
      const status = answer?.[1];
      if (answer === undefined || status === undefined) return undefined;
      const session = answer.length >= 12 ? answer.toString('hex', 8, 12) : '';
      return status === 0 ? { access: 'open', session } : { access: 'denied', status: String(status) };
    },
  };
}

function rmcpPlus(kind: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(12);
  header[0] = 6;
  header[1] = kind;
  header.writeUInt16LE(payload.length, 10);
  return Buffer.concat([rmcp, header, payload]);
}

/** Undefined unless it is an answer of that kind to our session. */
function payloadOf(bytes: Buffer, kind: number): Buffer | undefined {
  if (!isIpmi(bytes) || bytes[4] !== 6 || ((bytes[5] ?? 0) & 0x3f) !== kind) return undefined;
  const payload = bytes.subarray(16);
  return payload.length >= 8 && payload.subarray(4, 8).equals(consoleSession) ? payload : undefined;
}

const where = { transport: 'udp', ports: [623], services: ['asf-rmcp'] } as const;

export const ipmi: Protocol = {
  ...where,
  name: 'ipmi',
  questions: [authCapabilities, openSession('cipher-zero', [0, 0, 0])],
};

/** §13.20: RAKP message 1 for a user; a device that knows the name answers with a hash of its password. */
function rakp1(session: string, user: string): Question {
  const head = Buffer.concat([Buffer.alloc(4), Buffer.from(session, 'hex'), Buffer.alloc(16, 0x4d)]);
  return {
    asked: user === '' ? 'rakp-empty-name' : `rakp-${user}`,
    say: rmcpPlus(0x12, Buffer.concat([head, Buffer.of(0x14, 0, 0, user.length), Buffer.from(user)])),
    // Up to the status and session: the hash that follows is nobody's business.
    keep: 24,
    read: (bytes) => {
      const answer = payloadOf(bytes, 0x13);
      if (answer === undefined) return undefined;
      const hasHash = answer[1] === 0 && answer.length >= 60;
      return { hash: hasHash ? 'disclosed' : 'none', status: String(answer[1]) };
    },
  };
}

export const ipmiRakp: Protocol = {
  ...where,
  name: 'ipmi-rakp',
  optIn: 'ipmi-rakp',
  questions: [openSession('open-session', [1, 1, 1])],
  follow: ({ session }) => (session === undefined ? [] : ['', 'ADMIN'].map((user) => rakp1(session, user))),
};
