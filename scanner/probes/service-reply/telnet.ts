import type { Facts, Protocol } from './protocol.ts';

const [iac, will, wont, encrypt] = [0xff, 0xfb, 0xfc, 38];

/** RFC 2946: whether the server would encrypt. The option is offered, and nothing is typed. */
export const telnet: Protocol = {
  name: 'telnet',
  transport: 'tcp',
  ports: [23, 2323],
  services: ['telnet'],
  questions: [
    {
      asked: 'encryption',
      say: Buffer.of(iac, 0xfd, encrypt, iac, will, encrypt),
      repeats: true,
      isWhole: (bytes) => answerIn(bytes) !== undefined,
      read: (bytes): Facts | undefined => {
        const hasNegotiation = /^(?:..){0,64}?ff(?:fb|fc|fd|fe)(?:[0-2].|3[01])/.test(bytes.toString('hex'));
        if (!hasNegotiation) return undefined;
        return { encryption: answerIn(bytes) ?? 'unanswered' };
      },
    },
  ],
};

/** WILL and DO: it can; WONT and DONT: it cannot. */
function answerIn(bytes: Buffer): 'yes' | 'no' | undefined {
  for (let at = 0; at + 2 < bytes.length; at++) {
    const verb = bytes[at + 1] ?? 0;
    if (bytes[at] !== iac || bytes[at + 2] !== encrypt || verb < will || verb > 0xfe) continue;
    return verb === will || verb === 0xfd ? 'yes' : verb === wont || verb === 0xfe ? 'no' : undefined;
  }
  return undefined;
}
