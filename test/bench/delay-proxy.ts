import { connect, createServer, type Socket } from 'node:net';

/**
 * `node delay-proxy.ts LISTEN TARGET PORT MS`: a connection to TARGET as if it were MS of round trip away. A client
 * connects at once here, so the time of that round trip is kept back before its first byte; afterwards each
 * direction takes half of it.
 */
const [listen = '', target = '', port = '', roundTripMs = ''] = process.argv.slice(2);
const half = Number(roundTripMs) / 2;

function carry(from: Socket, to: Socket, firstMs: number): void {
  let openAt = performance.now() + firstMs;
  const later = (act: () => void) => {
    openAt = Math.max(openAt, performance.now());
    setTimeout(act, openAt - performance.now() + half);
  };
  from.on('data', (bytes) => later(() => !to.destroyed && to.write(bytes)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => later(() => to.destroy()));
}

createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
  const server = connect({ host: target, port: Number(port), allowHalfOpen: true, noDelay: true });
  carry(client, server, Number(roundTripMs));
  carry(server, client, 0);
}).listen(Number(port), listen, 1000, () => process.stdout.write('ready\n'));
