import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createNamespacePair, type Namespace, namespacesAllowed } from './namespace.ts';

const permission = namespacesAllowed();

function namespaceTest(sentence: string, body: () => Promise<void>): void {
  test(sentence, async ({ skip }) => {
    if (!permission.allowed) return skip(permission.reason);
    await body();
  });
}

const port = 8077;
const serverProgram = `
  require('node:net').createServer((socket) => socket.end(socket.remoteAddress))
    .listen(${port}, '0.0.0.0', () => console.log('listening'));
`;
const clientProgram = (address: string) => `
  const socket = require('node:net').connect({ host: '${address}', port: ${port}, timeout: 2000 });
  socket.on('data', (data) => console.log(String(data)));
  socket.on('error', (error) => console.log(error.code));
`;

async function startServer(namespace: Namespace): Promise<number> {
  const server = namespace.spawn(process.execPath, ['-e', serverProgram], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (server.stdout === null) throw new Error('no output');
  await once(server.stdout, 'data');
  return server.pid ?? 0;
}

const ask = async (from: Namespace, address: string) =>
  (await from.run(process.execPath, ['-e', clientProgram(address)])).stdout.trim();

namespaceTest('one namespace reaches a server in the other, from its own address', async () => {
  await using pair = await createNamespacePair();
  await startServer(pair.first);
  expect(await ask(pair.second, pair.first.address)).toBe(pair.second.address);
});

namespaceTest('each has a loopback of its own', async () => {
  await using pair = await createNamespacePair();
  await startServer(pair.first);
  expect(await ask(pair.first, '127.0.0.1')).toBe('127.0.0.1');
  expect(await ask(pair.second, '127.0.0.1')).toBe('ECONNREFUSED');
});

namespaceTest('nothing outside is reachable from inside, and nothing inside from outside', async () => {
  await using pair = await createNamespacePair();
  await startServer(pair.first);
  const { stdout: routes } = await pair.second.run('ip', ['route']);
  expect(routes.trim().split('\n')).toEqual([expect.stringContaining('10.77.0.0/24 dev cable')]);
  const outside = connect({ host: '127.0.0.1', port });
  const [error] = await once(outside, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});

namespaceTest('disposing ends what runs inside and removes both', async () => {
  const pair = await createNamespacePair();
  const pid = await startServer(pair.first);
  await pair[Symbol.asyncDispose]();
  expect(await listNamespaces()).not.toContain(pair.first.name);
  expect(await listNamespaces()).not.toContain(pair.second.name);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

namespaceTest('a killed owner leaves no namespace behind', async () => {
  const program = `
    import { createNamespacePair } from ${JSON.stringify(new URL('./namespace.ts', import.meta.url).href)};
    const pair = await createNamespacePair();
    console.log(pair.first.name);
    setInterval(() => {}, 1000);
  `;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [name] = await once(owner.stdout, 'data');
  owner.kill('SIGKILL');
  await expect.poll(listNamespaces, { timeout: 10_000 }).not.toContain(String(name).trim());
});

async function listNamespaces(): Promise<string> {
  return (await promisify(execFile)('ip', ['netns', 'list'])).stdout;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
