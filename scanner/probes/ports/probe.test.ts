import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { portsSchema } from '@enkaku/shared/evidence/ports/schema.ts';
import { describe, expect, it } from 'vitest';
import { createGuard, type OpenGuard } from '../../guard/create-guard.ts';
import { fakeNmap } from '../../guard/nmap/fake-nmap.fixture.ts';
import { buildOrder, hostAt } from '../../guard/order.fixture.ts';
import { listen } from '../../guard/server.fixture.ts';
import { hostXml, nmapXml, portXml } from './nmap-xml.fixture.ts';
import { portsProbe } from './probe.ts';

async function gather(guard: OpenGuard) {
  const host = { order: guard.order, ports: null };
  const [endpoint] = portsProbe.places(host);
  if (endpoint === undefined) throw new Error('no place');
  return portsSchema.parse(await portsProbe.gather(endpoint, guard, host));
}

/** Discovery answers `first`, identification `second`; `extra` runs before either. */
function stages(first: string, second: string, extra = '') {
  return fakeNmap(`${extra};
const xml = process.argv.includes('-sV') ? ${JSON.stringify(second)} : ${JSON.stringify(first)};
process.stdout.write(xml);`);
}

const order = buildOrder({ ports: '22,80,9100' });
const bothOpen = nmapXml(hostXml(portXml(22) + portXml(80)));
const sshSeen = nmapXml(
  hostXml(portXml(22, '<service name="ssh" product="OpenSSH" version="9.2p1" method="probed" conf="10"/>')),
);

describe('two stages', () => {
  it('both end well → services of the second in the ports of the first', async () => {
    using nmap = stages(bothOpen, sshSeen);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect(await gather(guard)).toMatchObject({
      tool: 'nmap 7.93',
      requested: 'T:22,80,9100',
      host: 'up',
      complete: true,
      ports: [
        { port: 22, service: { product: 'OpenSSH' } },
        { port: 80, service: null },
      ],
    });
    expect(guard.load().packets).toBeGreaterThan(0);
  });

  it('nmap complains on stderr → results kept, the complaint is a warning', async () => {
    using nmap = stages(bothOpen, sshSeen, 'process.stderr.write("WARNING: duplicate port, 90 percent\\n")');
    await using guard = createGuard({ order, nmapPath: nmap.path });
    const ports = await gather(guard);
    expect(ports.ports.map(({ port }) => port)).toEqual([22, 80]);
    expect(ports.warnings).toContain('WARNING: duplicate port, 90 percent');
  });

  it('the second stage dies → the ports of the first stay, incomplete', async () => {
    using nmap = stages(
      bothOpen,
      sshSeen.slice(0, 300),
      'if (process.argv.includes("-sV")) process.exitCode = 1',
    );
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect(await gather(guard)).toMatchObject({ complete: false, ports: [{ port: 22 }, { port: 80 }] });
  });

  it('the second stage finds the port closed → it stays open, as the first saw it', async () => {
    using nmap = stages(bothOpen, nmapXml(hostXml(portXml(22, '', 'closed'))));
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect((await gather(guard)).ports[0]).toMatchObject({ port: 22, state: 'open' });
  });

  it('a printer’s port is open → reported, but its version is never asked for', async () => {
    const arguments_ = 'process.stderr.write(process.argv.slice(2).join(" ") + "\\n")';
    using nmap = stages(nmapXml(hostXml(portXml(22) + portXml(9100))), sshSeen, arguments_);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    const { ports, warnings } = await gather(guard);
    expect(ports.map(({ port }) => port)).toEqual([22, 9100]);
    expect(warnings.filter((line) => line.includes('-sV')).join()).toMatch(/-p T:22 /);
  });

  it('one service holds identification up → the others are asked again without it', async () => {
    const slow = `const list = process.argv[process.argv.indexOf('-p') + 1];
if (process.argv.includes('-sV') && list !== 'T:22') {
  process.stdout.write(${JSON.stringify(nmapXml(hostXml('', 'timedout="true"')))}); process.exit(0);
}`;
    using nmap = stages(bothOpen, sshSeen, slow);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    const { ports, warnings, complete } = await gather(guard);
    expect(ports).toMatchObject([
      { port: 22, service: { name: 'ssh' } },
      { port: 80, service: null },
    ]);
    expect(warnings).toContain('service not identified in time: 80');
    expect(complete).toBe(true);
  });
});

describe('what nmap is not asked for', () => {
  const spoken = 'process.stderr.write(process.argv.slice(2).join(" ") + "\\n")';
  const asked = (warnings: readonly string[]) => warnings.filter((line) => line.includes('-sV'));

  it('a service that greets → named by itself; the silent one beside it is left to nmap', async () => {
    await using ssh = await listen('127.77.1.7', (socket) => socket.write('SSH-2.0-OpenSSH_9.2p1\r\n'));
    await using odd = await listen('127.77.1.7', (socket) => socket.end(Buffer.of(0x80, 1, 2)));
    const open = nmapXml(hostXml(portXml(ssh.port) + portXml(odd.port), '', '127.77.1.7'));
    using nmap = stages(open, open, spoken);
    const ports = `${ssh.port},${odd.port}`;
    await using guard = createGuard({
      order: buildOrder({ target: hostAt('127.77.1.7'), ports }),
      nmapPath: nmap.path,
    });
    const seen = await gather(guard);
    expect(seen.ports.find(({ port }) => port === ssh.port)?.service?.product).toBe('OpenSSH');
    expect(asked(seen.warnings).join()).toMatch(new RegExp(`-p T:${odd.port} `));
  });

  it('anything, where everything is open → the ports alone, for the one finding that says so', async () => {
    const everywhere = nmapXml(
      hostXml(Array.from({ length: 201 }, (_, index) => portXml(1000 + index)).join('')),
    );
    using nmap = stages(everywhere, everywhere, spoken);
    await using guard = createGuard({ order: buildOrder({ ports: '1000-1300' }), nmapPath: nmap.path });
    const seen = await gather(guard);
    expect(seen.ports.length).toBe(201);
    expect(asked(seen.warnings)).toEqual([]);
  });

  it('ports it only counted → kept, with why and which', async () => {
    const extra =
      '<extraports state="closed" count="2"><extrareasons reason="reset" count="2" ports="80,9100"/></extraports>';
    const xml = nmapXml(hostXml(extra));
    using nmap = stages(xml, xml);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect((await gather(guard)).collapsed).toEqual({
      outcome: 'yes',
      value: [{ state: 'closed', count: 2, reason: 'reset', ports: '80,9100' }],
    });
  });

  it('scripts that are not on its list', async () => {
    using nmap = stages(bothOpen, sshSeen, spoken);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    const folder = /--datadir (\S+)/.exec(asked((await gather(guard)).warnings)[0] ?? '')?.[1] ?? '';
    const list = await readFile(path.join(folder, 'scripts', 'script.db'), 'utf8');
    expect([...list.matchAll(/filename = "([\w-]+)\.nse"/g)].map(([, name]) => name)).toEqual([
      'amqp-info',
      'oracle-tns-version',
      'pptp-version',
      'rpcinfo',
      'weblogic-t3-info',
    ]);
  });
});

describe('what nmap was asked for and what came back', () => {
  it.each([
    ['another address', 'missing', false, nmapXml(hostXml(portXml(22), '', '127.77.1.99'))],
    ['no host', 'missing', false, nmapXml('')],
    ['a host over its time', 'timed-out', true, nmapXml(hostXml('', 'timedout="true"'))],
    ['only silence', 'down', true, nmapXml(hostXml('<extraports state="filtered" count="3"/>'))],
    ['a cut-off report', 'missing', false, bothOpen.slice(0, 500)],
  ])('%s → %s', async (_, host, complete, xml) => {
    using nmap = stages(xml, xml);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect(await gather(guard)).toMatchObject({ host, complete, ports: [] });
  });

  it('the arguments name the address, the rate and no script', async () => {
    using nmap = stages(bothOpen, sshSeen, 'process.stderr.write(process.argv.slice(2).join(" ") + "\\n")');
    const slow = buildOrder({ ports: '22', limits: { ...order.limits, packetsPerSecond: 100 } });
    await using guard = createGuard({ order: slow, nmapPath: nmap.path });
    const { warnings } = await gather(guard);
    expect(warnings.find((line) => line.includes('-oX'))).toMatch(
      /^-oX - -n -Pn .*--max-rate 80 .*-p T:22 127\.77\.1\.1$/,
    );
    expect(warnings.join()).not.toMatch(/--script[= ]/);
  });

  it('IPv6 → -6', async () => {
    using nmap = stages(
      nmapXml(hostXml(portXml(22), '', '::1')),
      sshSeen,
      'process.stderr.write(process.argv.slice(2).join(" ") + "\\n")',
    );
    await using guard = createGuard({
      order: buildOrder({ ports: '22', target: hostAt('::1') }),
      nmapPath: nmap.path,
    });
    const { warnings, host } = await gather(guard);
    expect(warnings.filter((line) => line.startsWith('-oX - -6 ')).length).toBe(2);
    expect(host).toBe('up');
  });
});

describe('nmap that is missing or ends badly', () => {
  it('not installed → tool-missing', async () => {
    await using guard = createGuard({ order, nmapPath: '/nonexistent/nmap' });
    await expect(gather(guard)).rejects.toMatchObject({ name: 'GuardError', code: 'tool-missing' });
  });

  it('killed in the middle → what it had written is saved, incomplete', async () => {
    using nmap = fakeNmap(
      `process.stdout.write(${JSON.stringify(bothOpen.slice(0, bothOpen.indexOf('<runstats>')))}, () => process.kill(process.pid, 'SIGKILL'))`,
    );
    await using guard = createGuard({ order, nmapPath: nmap.path });
    expect(await gather(guard)).toMatchObject({
      host: 'up',
      complete: false,
      ports: [{ port: 22 }, { port: 80 }],
    });
  });

  it('deaf to SIGTERM when the stop comes → gone within a second', async () => {
    using nmap = fakeNmap(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);
process.stdout.write(${JSON.stringify(bothOpen.slice(0, 400))});`);
    await using guard = createGuard({ order, nmapPath: nmap.path });
    const gathering = gather(guard);
    setTimeout(() => guard.stop('stopped'), 300);
    const startedAt = performance.now();
    expect(await gathering).toMatchObject({ complete: false, host: 'missing' });
    expect(performance.now() - startedAt).toBeLessThan(1600);
  });
});

describe('the real nmap', () => {
  const present = spawnSync('nmap', ['--version']).status === 0;
  if (!present) console.warn('skipped: nmap is not installed, its real output is not read here');

  it.skipIf(!present)(
    'a server that says something → open, the greeting identified; the port beside it closed',
    async () => {
      await using ssh = await listen('127.77.1.3', (socket) =>
        socket.write('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n'),
      );
      await using odd = await listen('127.77.1.3', (socket) => socket.end('10 percent off\n'));
      const asked = `${ssh.port},${odd.port}`;
      await using guard = createGuard({ order: buildOrder({ target: hostAt('127.77.1.3'), ports: asked }) });
      const seen = await gather(guard);
      expect(seen).toMatchObject({ host: 'up', complete: true });
      expect(seen.ports.find(({ port }) => port === ssh.port)).toMatchObject({
        state: 'open',
        service: { name: 'ssh', product: 'OpenSSH', version: '9.2p1 Debian 2+deb12u3' },
      });
      expect(seen.ports.find(({ port }) => port === odd.port)).toMatchObject({ state: 'open' });
    },
    60_000,
  );
});
