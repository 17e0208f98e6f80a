import type DNS from 'dns2';
import { createServer, Packet } from 'dns2';
import { planAround } from '../beds/address-block.ts';
import type { Bed, Strength } from '../beds/contract.ts';
import { outsideAddress, reverseZone, type Zone, type ZoneRecord, zoneOf } from '../beds/zones.ts';
import { portFor } from './listen.ts';

type Answerer = (question: Question, transport: 'udp' | 'tcp') => Answer;
interface Question {
  readonly name: string;
  readonly type: number;
  readonly class: number;
}
interface Answer {
  readonly records: readonly ZoneRecord[];
  readonly rcode?: number;
  readonly authoritative?: boolean;
  readonly recursionAvailable?: boolean;
}

const transferType = Packet.TYPE.AXFR;
const refused: Answer = { records: [], rcode: Packet.RCODE.REFUSED };

/** A name server with the zone of the BIND beds; the weak one resolves for everybody and hands out its zone. */
export async function startDnsServer(options: { address: string; strength: Strength }): Promise<Bed> {
  const { address, strength } = options;
  const zone = zoneOf(strength, planAround(address));
  const port = portFor(53);
  const stop = await serve(address, port, strength === 'weak' ? openServer(zone) : closedServer(zone));
  return {
    daemon: 'bind',
    strength,
    address,
    names: [`ns1.${zone.name}`],
    tcpPorts: [port],
    udpPorts: [port],
    zones: [zone.name],
    [Symbol.asyncDispose]: stop,
  };
}

/** A resolver that knows both zones and the reverse zone of the block around `address`, and nothing else. */
export async function startNodeResolver(
  address: string,
): Promise<AsyncDisposable & { readonly address: string; readonly port: number }> {
  const plan = planAround(address);
  const zones = [zoneOf('weak', plan), zoneOf('hardened', plan), reverseZone(plan)];
  const port = portFor(53);
  const stop = await serve(address, port, (question) => {
    const zone = zones.find(({ name }) => isWithin(question.name, name));
    const answer =
      zone === undefined ? { records: [], rcode: Packet.RCODE.NXDOMAIN } : lookUp(zone, question);
    return { ...answer, authoritative: false, recursionAvailable: true };
  });
  return { address, port, [Symbol.asyncDispose]: stop };
}

function openServer(zone: Zone): Answerer {
  return (question, transport) => {
    if (question.class === Packet.CLASS.CH) return versionAnswer(question.name);
    if (question.type === transferType) return transport === 'tcp' ? transfer(zone) : refused;
    if (isWithin(question.name, zone.name)) return { ...lookUp(zone, question), recursionAvailable: true };
    const known = question.type === Packet.TYPE.A;
    return {
      records: known ? [{ name: question.name, type: 'A', data: outsideAddress }] : [],
      authoritative: false,
      recursionAvailable: true,
    };
  };
}

function closedServer(zone: Zone): Answerer {
  return (question) => {
    const own = question.class === Packet.CLASS.IN && isWithin(question.name, zone.name);
    return own && question.type !== transferType ? lookUp(zone, question) : refused;
  };
}

function lookUp(zone: Zone, { name, type }: Question): Answer {
  const here = zone.records.filter((record) => record.name === name.toLowerCase());
  const below = zone.records.some((record) => isWithin(record.name, name));
  const records = here.filter((record) => type === Packet.TYPE.ANY || Packet.TYPE[record.type] === type);
  const rcode = below ? Packet.RCODE.NOERROR : Packet.RCODE.NXDOMAIN;
  return { records, rcode, authoritative: true };
}

/** The whole zone between two copies of its SOA (RFC 5936 §2.2); it is small enough for one message. */
function transfer(zone: Zone): Answer {
  const soa = zone.records.filter(({ type }) => type === 'SOA');
  return { records: [...zone.records, ...soa], authoritative: true };
}

function versionAnswer(name: string): Answer {
  return name.toLowerCase() === 'version.bind'
    ? { records: [{ name, type: 'TXT', data: '9.18.49-1~deb12u3-Debian' }], authoritative: true }
    : refused;
}

function isWithin(name: string, zone: string): boolean {
  const lower = name.toLowerCase();
  return lower === zone.toLowerCase() || lower.endsWith(`.${zone.toLowerCase()}`);
}

async function serve(address: string, port: number, answer: Answerer): Promise<() => Promise<void>> {
  const server = createServer({
    udp: true,
    tcp: true,
    handle: (request, send, client) => {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions as readonly (Question | undefined)[];
      const given =
        question === undefined ? refused : answer(question, 'remoteAddress' in client ? 'tcp' : 'udp');
      response.header.aa = given.authoritative === true ? 1 : 0;
      response.header.ra = given.recursionAvailable === true ? 1 : 0;
      response.header.rcode = given.rcode ?? Packet.RCODE.NOERROR;
      for (const record of given.records) {
        response.answers.push(encodable(record, question?.class ?? Packet.CLASS.IN));
      }
      // A client that has gone away is no concern of a server like this.
      send(response).catch(() => undefined);
    },
  });
  const stop = async () => {
    await server.close();
  };
  const failed = Promise.withResolvers<never>();
  server.on('error', failed.reject); // UDP and TCP may each report one
  try {
    await Promise.race([server.listen({ udp: { port, address }, tcp: { port, address } }), failed.promise]);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The record in the shape that dns2 writes. */
function encodable({ name, type, data }: ZoneRecord, recordClass: number): DNS.Packet.Resource {
  const common = { name, type: Packet.TYPE[type], class: recordClass, ttl: 3600 };
  return { ...common, ...fields(type, data) } as unknown as DNS.Packet.Resource;
}

function fields(type: ZoneRecord['type'], data: string): Record<string, unknown> {
  const words = data.split(' ').map((word) => word.replace(/\.$/, ''));
  switch (type) {
    case 'A':
      return { address: data };
    case 'NS':
      return { ns: words[0] };
    case 'PTR':
      return { domain: words[0] };
    case 'MX':
      return { priority: Number(words[0]), exchange: words[1] };
    case 'TXT':
      return { data: data.match(/.{1,255}/g) ?? [''] };
    case 'CAA':
      return { flags: Number(words[0]), tag: words[1], value: JSON.parse(data.slice(data.indexOf('"'))) };
    case 'SOA': {
      const [serial, refresh, retry, expiration, minimum] = words.slice(2).map(Number);
      return { primary: words[0], admin: words[1], serial, refresh, retry, expiration, minimum };
    }
  }
}
