import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { issue } from '../../../scanner/probes/wire/certificate.fixture.ts';
import { type Behaviour, behaviours } from './behaviours.ts';

/** Serves every behaviour on a port of its own, tells the ports as JSON, and ends with its standard input. */
const address = process.argv[2] ?? '127.77.3.1';
const { cert, key } = issue({ subject: 'www.city.example', dnsNames: ['www.city.example'] });

function serverOf({ over, answer }: Behaviour): Server {
  const talk = (socket: Duplex) => {
    socket.on('error', () => {}).once('data', (bytes: Buffer) => answer(socket, bytes.toString('latin1')));
  };
  if (over === 'plain') return createServer(talk);
  const tls = { cert, key, ALPNProtocols: ['h2', 'http/1.1'] };
  return createTlsServer(tls, talk).on('tlsClientError', () => {});
}

/** Takes the handshake for something to answer with rubbish. */
const tlsGarbage = createServer((socket) => {
  socket.on('error', () => {}).once('data', () => socket.end(Buffer.from('1603030100ff'.repeat(300), 'hex')));
});

const servers = [
  ...Object.entries(behaviours).map(
    ([name, behaviour]) => [name, behaviour.over === 'tls' ? 'https' : 'http', serverOf(behaviour)] as const,
  ),
  ['TLS garbage', 'https', tlsGarbage] as const,
];
const told = await Promise.all(
  servers.map(async ([name, scheme, server]) => {
    server.listen(0, address);
    await once(server, 'listening');
    return { name, scheme, port: (server.address() as AddressInfo).port };
  }),
);
process.stdout.write(`${JSON.stringify(told)}\n`);
process.stdin.resume().on('end', () => process.exit(0));
