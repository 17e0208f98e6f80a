import { readReply } from '../service-reply/protocol.ts';
import { protocols } from '../service-reply/protocols.ts';
import { answered, type Service } from './service.ts';

interface FirstWords {
  readonly ports: readonly number[];
  /** One question that changes nothing, in hex. */
  readonly say: string;
  /** The answer as Latin-1. */
  readonly sign: RegExp;
  readonly service: (match: RegExpExecArray) => Service;
}

/** Services that wait to be spoken to, on their usual ports. The names are nmap's. */
const firstWords: readonly FirstWords[] = [
  {
    ports: [6379, 6380],
    say: hex('PING\r\n'),
    sign: /^(?:\+PONG|-NOAUTH|-DENIED)/,
    service: () => answered('redis', { product: 'Redis key-value store' }),
  },
  {
    ports: [11_211],
    say: hex('version\r\n'),
    sign: /^VERSION ([\w.-]{1,20})\r\n/,
    service: ([, version]) =>
      answered('memcached', { product: 'Memcached', version: version ?? null, cpe: 'a:memcached:memcached' }),
  },
  {
    ports: [5432, 5433],
    say: '0000000804d2162f', // SSLRequest
    sign: /^[SN]$/,
    service: () => answered('postgresql', { product: 'PostgreSQL DB' }),
  },
  {
    ports: [53],
    // version.bind, CH TXT
    say: '001e4d6a000000010000000000000776657273696f6e0462696e640000100003',
    sign: /^[\s\S]{2}Mj[\x80-\xff]/,
    service: () => answered('domain'),
  },
  {
    ports: [389, 3268],
    // RFC 4511: search of the root DSE for objectClass
    say: '3025020101632004000a01000a0100020100020100010100870b6f626a656374436c6173733000',
    sign: /^\x30[\s\S]{1,5}\x02\x01\x01[\x64\x65]/,
    service: () => answered('ldap'),
  },
  {
    ports: [3389],
    say: '030000130ee000000000000100080003000000', // X.224 connection request for TLS or CredSSP
    sign: /^\x03\0[\s\S]{2}[\s\S]\xd0/,
    service: () => answered('ms-wbt-server', { product: 'Microsoft Terminal Services' }),
  },
  {
    ports: [445],
    // SMB1 negotiate that offers NT LM 0.12 and SMB 2.002
    say: '0000003aff534d4272000000001853c80000000000000000000000000000fffe00000000001700024e54204c4d20302e31320002534d4220322e30303200',
    sign: /^\0[\s\S]{3}[\xff\xfe]SMB/,
    service: () => answered('microsoft-ds'),
  },
  {
    ports: [1883],
    // MQTT 3.1.1 CONNECT, clean session, no user, client id "enkaku"
    say: '101200044d5154540402000f0006656e6b616b75',
    sign: /^\x20\x02[\0\x01][\0-\x05]/,
    service: () => answered('mqtt'),
  },
];

interface Opening {
  readonly say: Buffer;
  readonly recognise: (bytes: Buffer) => Service | undefined;
}

/** What to say first on that port, and how its service answers; undefined where nothing is known. */
export function firstWordsFor(port: number): Opening | undefined {
  const words = firstWords.find(({ ports }) => ports.includes(port));
  return words === undefined
    ? openingOf(port)
    : { say: Buffer.from(words.say, 'hex'), recognise: recogniserOf(words) };
}

function recogniserOf({ sign, service }: FirstWords): Opening['recognise'] {
  return (bytes) => {
    const match = sign.exec(bytes.toString('latin1'));
    return match === null ? undefined : service(match);
  };
}

/** The first question of a language that is spoken on that port in clear. */
function openingOf(port: number): Opening | undefined {
  const protocol = protocols.find(
    ({ transport, ports, tls, optIn }) =>
      transport === 'tcp' && ports.includes(port) && tls === undefined && optIn === undefined,
  );
  const question = protocol?.questions[0];
  if (protocol === undefined || question?.say === undefined) return undefined;
  const recognise = (bytes: Buffer) => {
    const facts = readReply(question, bytes);
    const { version = null, software = null } = facts ?? {};
    return facts === undefined
      ? undefined
      : answered(protocol.services[0] ?? protocol.name, { version, extraInfo: software });
  };
  return { say: question.say, recognise };
}

function hex(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}
