import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bedNames, isBedName, startBeds } from './bed.ts';

/** `node test/beds/serve.ts [NAME…]`: starts these beds (all without a name) and keeps them until Ctrl-C. */
const names = process.argv.slice(2);
if (!names.every(isBedName)) {
  console.error(`usage: node test/beds/serve.ts [${bedNames.join(' | ')}]…`);
  process.exit(2);
}

await using stack = new AsyncDisposableStack();
const beds = stack.use(await startBeds(names.length === 0 ? bedNames : names));
const rootFile = join(tmpdir(), `enkaku-beds-root-${process.pid}.pem`);
await writeFile(rootFile, beds.ca.rootPem);
stack.defer(() => rm(rootFile, { force: true }));
for (const bed of beds.beds) {
  const ports = [...bed.tcpPorts, ...bed.udpPorts.map((port) => `${port}/udp`)].join(' ');
  console.log(
    `${`${bed.strength}-${bed.daemon}`.padEnd(20)} ${bed.address.padEnd(14)} ${ports.padEnd(12)} ${bed.names.join(' ')}`,
  );
}
if (beds.resolver !== null) console.log(`${'resolver'.padEnd(20)} ${beds.resolver.address}`);
for (const { name, reason } of beds.unavailable) console.log(`${name.padEnd(20)} unavailable: ${reason}`);
console.log(`root certificate     ${rootFile}`);

// A signal handler alone does not keep the process.
const stayAlive = setInterval(() => {}, 2 ** 30);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
clearInterval(stayAlive);
