import type { Protocol } from './protocol.ts';

const handshake = Buffer.from('JDWP-Handshake');
/** The handshake is its own answer: who repeats this as well is an echo, and no debugger. */
const control = Buffer.from('Enkaku-Control');

/** https://docs.oracle.com/en/java/javase/21/docs/specs/jdwp/jdwp-spec.html : the handshake, no command after it. */
export const jdwp: Protocol = {
  name: 'jdwp',
  transport: 'tcp',
  ports: [5005, 8000],
  services: ['jdwp'],
  questions: [
    {
      asked: 'handshake',
      say: handshake,
      repeats: true,
      read: (bytes) => (bytes.equals(handshake) ? { access: 'open' } : undefined),
    },
    {
      asked: 'control',
      say: control,
      repeats: true,
      read: (bytes) => (bytes.equals(control) ? { access: 'echo' } : undefined),
    },
  ],
};

/** JRMI stream protocol: `ProtocolAck` (0x4e), then our own address as the server sees it. */
export const rmi: Protocol = {
  name: 'rmi',
  transport: 'tcp',
  ports: [1098, 1099],
  services: ['java-rmi', 'rmiregistry'],
  questions: [
    {
      asked: 'stream',
      say: Buffer.from('4a524d4900024b', 'hex'),
      read: (bytes) => {
        const isAck = bytes.length >= 3 && bytes[0] === 0x4e && bytes.length >= 3 + bytes.readUInt16BE(1) + 4;
        return isAck ? { access: 'open' } : undefined;
      },
    },
  ],
};

/** AJP13 CPing → CPong: https://tomcat.apache.org/connectors-doc/ajp/ajpv13a.html */
export const ajp: Protocol = {
  name: 'ajp',
  transport: 'tcp',
  ports: [8009],
  services: ['ajp13'],
  questions: [
    {
      asked: 'cping',
      say: Buffer.from('123400010a', 'hex'),
      read: (bytes) => (bytes.toString('hex') === '4142000109' ? { access: 'open' } : undefined),
    },
  ],
};
