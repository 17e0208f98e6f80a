const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What is said to whoever connects, or after the first bytes. */
export interface StreamRecording {
  readonly port: number;
  readonly answer: Buffer;
  readonly speaksFirst?: true;
}

/** What comes back for a datagram; null: silence. */
export interface DatagramRecording {
  readonly port: number;
  readonly answer: (request: Buffer, address: string) => Buffer | null;
}

const turning = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefg\r\n';
const description = `<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device>
<deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>
<manufacturer>bed</manufacturer><modelName>router</modelName>
<serviceType>urn:schemas-upnp-org:service:WANIPConnection:1</serviceType></device></root>`;

export const streams: readonly StreamRecording[] = [
  // RFC 862 to 867.
  { port: 7, answer: latin1('enkaku-4d6a\r\n') },
  { port: 13, answer: latin1('Sat Nov 21 12:34:56 2026\r\n'), speaksFirst: true },
  {
    port: 17,
    answer: latin1('"Discretion is the better part of valour." Shakespeare\r\n'),
    speaksFirst: true,
  },
  { port: 19, answer: latin1(turning), speaksFirst: true },
  // RFC 854 and RFC 2946: WILL ECHO, WILL SGA, WONT and DONT ENCRYPT.
  { port: 23, answer: latin1('\xff\xfb\x01\xff\xfb\x03\xff\xfc\x26\xff\xfe\x26\r\nUsername: ') },
  // RFC 1833 §3: NFS registered.
  {
    port: 111,
    answer: hex(
      '80000034 456e4d6a 00000001 00000000 00000000 00000000 00000000 00000001 000186a3 00000003 00000006 00000801 00000000',
    ),
  },
  // RFC 4271 §4.5: Cease, connection rejected (RFC 4486).
  { port: 179, answer: Buffer.concat([Buffer.alloc(16, 0xff), hex('0015 03 06 05')]) },
  // VMware ESXi's greeting as nmap-service-probes has it.
  {
    port: 902,
    answer: latin1(
      '220 VMware Authentication Daemon Version 1.10: SSL Required, ServerDaemonProtocol:SOAP\r\n',
    ),
    speaksFirst: true,
  },
  // RFC 2637 §2.2.
  {
    port: 1723,
    answer: Buffer.concat([
      hex('009c 0001 1a2b3c4d 0002 0000 0100 01 00 00000001 00000001 0000 0001'),
      latin1('local'.padEnd(64, '\0')),
      latin1('linux'.padEnd(64, '\0')),
    ]),
  },
  // X Window System Protocol §8: success.
  { port: 6000, answer: Buffer.concat([hex('01 00 0b00 0000 0800'), Buffer.alloc(32)]) },
  // RFC 1813 §5.2.5: one folder for everybody.
  {
    port: 20_048,
    answer: hex(
      '80000038 456e4d6a 00000001 00000000 00000000 00000000 00000000 00000001 00000004 2f737276 00000001 00000001 2a000000 00000000 00000000',
    ),
  },
  // UPnP Internet Gateway Device 1.
  {
    port: 8080,
    answer: latin1(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n${description}`),
  },
];

/** RFC 2409 §5: 3DES, SHA-1, a key, group 2, with and without what aggressive mode adds. */
const sa =
  '00000034 00000001 00000001 00000028 01010001 00000020 01010000 80010005 80020002 80030001 80040002 800b0001 800c7080';

function ike(request: Buffer): Buffer | null {
  const exchange = request[18] ?? 0;
  if (request[17] !== 0x10)
    return hex('456e6b616b754d6a 1111111111111111 29 20 22 20 00000000 00000024 00000008 0000000e');
  return hex(
    `456e6b616b754d6a 1111111111111111 01 10 ${exchange === 4 ? '04' : '02'} 00 00000000 00000050 ${sa}`,
  );
}

export const datagrams: readonly DatagramRecording[] = [
  // RFC 1002 §4.2.18.
  {
    port: 137,
    answer: () =>
      Buffer.concat([
        hex('4d6a 8400 0000 0001 0000 0000 20'),
        latin1(`CK${'A'.repeat(30)}\0`),
        hex('0021 0001 00000000 0041 01'),
        latin1('TOWN           '),
        hex('20 0400 001122334455'),
      ]),
  },
  // XDMCP §5: Willing, with three empty fields.
  { port: 177, answer: () => hex('0001 0005 0006 0000 0000 0000') },
  { port: 500, answer: ike },
  // OpenVPN's protocol description: P_CONTROL_HARD_RESET_SERVER_V2.
  { port: 1194, answer: () => hex('40 1122334455667788 01 00000000 456e6b616b754d6a 00000000') },
  // RFC 2661 §6.2.
  { port: 1701, answer: () => hex('c802 001c 4d6a 0000 0000 0001 8008 0000 0000 0002 8008 0000 0007 7278') },
  // UPnP Device Architecture 1.1 §1.3.3.
  {
    port: 1900,
    answer: (_, address) =>
      latin1(
        `HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nLOCATION: http://${address}:8080/rootDesc.xml\r\nSERVER: MiniUPnPd/2.0\r\n\r\n`,
      ),
  },
];
