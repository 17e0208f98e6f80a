import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type ChildMessage, childMessageSchema, type ParentMessage } from '@enkaku/shared/protocol/pipe.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeScheduler, grantOf } from './agent/scheduler.fixture.ts';
import { fakeNmap } from './guard/nmap/fake-nmap.fixture.ts';
import { buildOrder, hostAt } from './guard/order.fixture.ts';
import { listen } from './guard/server.fixture.ts';
import { hostXml, nmapXml, portXml } from './probes/ports/nmap-xml.fixture.ts';

const main = path.join(import.meta.dirname, 'main.ts');
const address = '127.77.1.10';
const { orderKey, nodeId } = new FakeScheduler();
const started: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function startPipe(nmapPath: string) {
  const env = { ...process.env, ENKAKU_NMAP: nmapPath, ENKAKU_LOG: 'warn' };
  const child = spawn(process.execPath, [main, '--pipe'], { env });
  started.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<ChildMessage | 'end'> => {
    const { value, done } = await lines.next();
    return done === true ? 'end' : childMessageSchema.parse(JSON.parse(value));
  };
  const until = async (type: ChildMessage['type']) => {
    for (;;) {
      const message = await next();
      if (message === 'end' || message.type === type) return message;
    }
  };
  const say = (message: ParentMessage) => child.stdin.write(`${JSON.stringify(message)}\n`);
  const hello = async () => {
    say({ type: 'hello', orderKey, nodeId });
    expect(await next()).toMatchObject({ type: 'ready' });
  };
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, say, hello, until, exit };
}

const sleeps = () => fakeNmap('setInterval(() => {}, 1000)');
const isAlive = (marker: string) => spawnSync('pgrep', ['-f', marker]).status === 0;

describe('the scanner as a child', () => {
  it('one order → its evidence, its finish, exit 0; stdout holds nothing else', async () => {
    await using ftp = await listen(address, (socket) => socket.write('220 ftp.test ready\r\n'));
    const service = '<service name="ftp" method="probed" conf="10"/>';
    using nmap = fakeNmap(
      `process.stdout.write(${JSON.stringify(nmapXml(hostXml(portXml(ftp.port, service), '', address)))})`,
    );
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    const order = buildOrder({ target: hostAt(address), ports: `${ftp.port}` });
    scanner.say({ type: 'grant', grant: grantOf(order) });
    scanner.say({ type: 'end' });
    expect(await scanner.until('evidence')).toMatchObject({ evidence: { kind: 'ports' } });
    expect(await scanner.until('evidence')).toMatchObject({
      evidence: { kind: 'banner', data: { greeting: { value: { text: '220 ftp.test ready\r\n' } } } },
    });
    expect(await scanner.until('finish')).toMatchObject({ outcome: 'done', unprobed: [] });
    expect(await scanner.until('ready')).toBe('end');
    expect(await scanner.exit).toBe(0);
  });

  it('stop → nmap is killed and the finish says stopped, within two seconds', async () => {
    using nmap = sleeps();
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    scanner.say({ type: 'grant', grant: grantOf(buildOrder({ target: hostAt(address), ports: '1' })) });
    await scanner.until('progress');
    const startedAt = performance.now();
    scanner.say({ type: 'stop' });
    expect(await scanner.until('finish')).toMatchObject({
      unprobed: [{ kind: 'ports', reason: 'stopped' }, {}],
    });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(isAlive(nmap.path)).toBe(false);
  });

  it('the parent goes → the child ends with all it runs', async () => {
    using nmap = sleeps();
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    scanner.say({ type: 'grant', grant: grantOf(buildOrder({ target: hostAt(address), ports: '1' })) });
    await scanner.until('progress');
    scanner.child.stdin.end();
    expect(await scanner.exit).toBe(0);
    expect(isAlive(nmap.path)).toBe(false);
  });

  it('SIGTERM → ended within two seconds, nothing finished', async () => {
    using nmap = sleeps();
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    scanner.say({ type: 'grant', grant: grantOf(buildOrder({ target: hostAt(address), ports: '1' })) });
    await scanner.until('progress');
    const startedAt = performance.now();
    scanner.child.kill('SIGTERM');
    expect(await scanner.until('finish')).toBe('end');
    await scanner.exit;
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect(isAlive(nmap.path)).toBe(false);
  });

  const canBind = spawnSync('setpriv', ['--version']).status === 0;
  if (!canBind) console.warn('skipped: setpriv is not installed, nmap outlives a killed node');
  it.skipIf(!canBind)('SIGKILL → nmap dies with it', async () => {
    using nmap = sleeps();
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    scanner.say({ type: 'grant', grant: grantOf(buildOrder({ target: hostAt(address), ports: '1' })) });
    await scanner.until('progress');
    await expect.poll(() => isAlive(nmap.path)).toBe(true);
    scanner.child.kill('SIGKILL');
    await scanner.exit;
    await expect.poll(() => isAlive(nmap.path)).toBe(false);
  });

  it('an order that somebody else signed → an error, nothing looked at', async () => {
    using nmap = sleeps();
    const scanner = startPipe(nmap.path);
    await scanner.hello();
    const grant = grantOf(buildOrder());
    scanner.say({ type: 'grant', grant: { ...grant, order: { ...grant.order, signature: 'AAAA' } } });
    expect(await scanner.until('error')).toMatchObject({ code: 'broken-order' });
  });

  it.each([
    ['no hello', '{"type":"end"}\n'],
    ['no JSON', 'hello\n'],
    ['nothing', ''],
  ])('%s → one line on stderr, exit 1', (_, input) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [main, '--pipe'], {
      input,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').length).toBe(1);
  });
});

describe('bad usage', () => {
  it.each([[['--nonsense']], [['--join', 'http://portal.example/#t']], [['--state', '/nonexistent/state']]])(
    '%j → one line on stderr, exit 2',
    (args) => {
      const { status, stderr, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n').length).toBe(1);
    },
  );
});
