import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Bed, Strength } from '../beds/contract.ts';
import { portFor } from './listen.ts';

const sysDescr = 'Enkaku test router, firmware 1.0';

/** Answers a GET of sysDescr.0 with the community `public`; the hardened twin never answers. */
export async function startSnmpAgent(options: { address: string; strength: Strength }): Promise<Bed> {
  const { address, strength } = options;
  const port = portFor(161);
  const socket = createSocket('udp4');
  socket.on('message', (request, { address: peer, port: peerPort }) => {
    const answer = strength === 'weak' ? answerTo(request) : null;
    if (answer !== null) socket.send(answer, peerPort, peer);
  });
  socket.bind(port, address);
  await once(socket, 'listening');
  return {
    daemon: 'net-snmp',
    strength,
    address,
    names: [`gear.${strength}.test`],
    tcpPorts: [],
    udpPorts: [port],
    zones: [],
    [Symbol.asyncDispose]: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** SNMPv1 or v2c: SEQUENCE { version, "public", GetRequest { request-id, …, { { sysDescr.0, NULL } } } }, lengths all below 128. */
const getSysDescr =
  /^30.{2}0201(?<version>0[01])04067075626c6963a0.{2}02(?<id>01.{2}|02.{4}|03.{6}|04.{8})020100020100300e300c06082b060102010101000500$/s;

function answerTo(request: Buffer): Buffer | null {
  const fields = getSysDescr.exec(request.toString('hex'))?.groups;
  if (fields === undefined) return null;
  const name = '06082b06010201010100';
  const variables = tlv('30', tlv('30', name + tlv('04', Buffer.from(sysDescr).toString('hex'))));
  const response = tlv('a2', `02${fields.id}020100020100${variables}`);
  return Buffer.from(tlv('30', `0201${fields.version}04067075626c6963${response}`), 'hex');
}

/** Tag, length below 128, value; all in hexadecimal. */
function tlv(tag: string, value: string): string {
  return tag + (value.length / 2).toString(16).padStart(2, '0') + value;
}
