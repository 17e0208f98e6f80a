import type { Facts, Protocol } from './protocol.ts';

/** CONNACK return codes of MQTT 3.1.1 §3.2.2.3. */
const codes: Readonly<Record<number, Facts>> = {
  0: { access: 'open' },
  1: { access: 'refused' },
  2: { access: 'refused' },
  3: { access: 'refused' },
  4: { access: 'password' },
  5: { access: 'password' },
};
/** CONNECT, clean session, no user, client "enkaku"; then DISCONNECT, so that nothing is left behind. */
const connect = Buffer.from('101200044d5154540402000f0006656e6b616b75', 'hex');

const questions: Protocol['questions'] = [
  {
    asked: 'connect',
    say: connect,
    read: (bytes) =>
      bytes.length >= 4 && bytes[0] === 0x20 && bytes[1] === 2 ? codes[bytes[3] ?? -1] : undefined,
  },
];

export const mqtt: Protocol = {
  name: 'mqtt',
  transport: 'tcp',
  ports: [1883],
  services: ['mqtt'],
  questions,
};
export const mqttTls: Protocol = {
  name: 'mqtt',
  transport: 'tcp',
  ports: [8883],
  services: ['secure-mqtt'],
  tls: 'direct',
  questions,
};
