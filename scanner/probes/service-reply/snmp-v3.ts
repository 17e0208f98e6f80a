import {
  type Ber,
  encodeBer,
  encodeInteger,
  MalformedBerError,
  readBer,
  readInside,
  readInteger,
  tag,
} from '../wire/ber.ts';
import type { Facts, Protocol } from './protocol.ts';

const report = 0xa8;
const empty = encodeBer(tag.octetString, Buffer.alloc(0));

const octets = (content: Buffer) => encodeBer(tag.octetString, content);
const sequence = (parts: readonly Buffer[]) => encodeBer(tag.sequence, Buffer.concat(parts));

/** RFC 3414 §4: discovery. An engine tells anyone its name, how often it was started and for how long it runs. */
export const snmpV3: Protocol = {
  name: 'snmp-v3',
  transport: 'udp',
  ports: [161],
  services: ['snmp'],
  questions: [{ asked: 'discovery', say: discovery(), read }],
};

function discovery(): Buffer {
  const header = [encodeInteger(0x4d6a), encodeInteger(65_507), octets(Buffer.of(4)), encodeInteger(3)];
  const security = [empty, encodeInteger(0), encodeInteger(0), empty, empty, empty];
  const pdu = [encodeInteger(0x4d6a), encodeInteger(0), encodeInteger(0), sequence([])];
  const scoped = [empty, empty, encodeBer(tag.getRequest, Buffer.concat(pdu))];
  return sequence([encodeInteger(3), sequence(header), octets(sequence(security)), sequence(scoped)]);
}

function read(bytes: Buffer): Facts | undefined {
  try {
    const [version, , security, scoped] = readInside(readBer(bytes, 1)[0], tag.sequence);
    if (readInteger(version) !== 3 || security?.tag !== tag.octetString) return undefined;
    const [engine, boots, time] = readInside(readBer(security.content, 1)[0], tag.sequence);
    const [, , pdu] = readInside(scoped, tag.sequence);
    if (engine?.tag !== tag.octetString || engine.content.length < 5 || pdu?.tag !== report) return undefined;
    return {
      ...engineFacts(engine),
      boots: String(readInteger(boots)),
      uptimeSeconds: String(readInteger(time)),
    };
  } catch (error) {
    if (error instanceof MalformedBerError) return undefined;
    throw error;
  }
}

/** RFC 3411 §5, SnmpEngineID: the maker's number, then how the rest is meant; 3 is a hardware address. */
function engineFacts({ content }: Ber): Facts {
  const enterprise = String(content.readUInt32BE(0) & 0x7fff_ffff);
  const isHardware = content[4] === 3 && content.length >= 11;
  return {
    engine: content.subarray(0, 32).toString('hex'),
    enterprise,
    ...(isHardware ? { hardwareAddress: content.subarray(5, 11).toString('hex') } : {}),
  };
}
