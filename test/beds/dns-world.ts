import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddressBlock, claimBlock } from './address-block.ts';
import { runKnot } from './knot.ts';
import { commonOptions, startNamed } from './named.ts';
import { hardenedSettings, runNsd } from './nsd.ts';
import { type Signing, signZone } from './sign-zone.ts';
import { type SilentServer, startSilentServer } from './silent-server.ts';
import { startRoot, startWorldResolver } from './world-root.ts';

/** A root, a parent and a resolver of our own, and below them zones in order and zones with one fault each. */
export interface DnsWorld extends AsyncDisposable {
  readonly resolver: { readonly address: string; readonly port: number };
  /** Serves the root zone and `test`. */
  readonly root: string;
  /** Of the server that never answers. */
  readonly dead: string;
  /** The name servers that a zone is delegated to. */
  serversOf(zone: WorldZone): readonly { readonly name: string; readonly address: string }[];
}

/** What is wrong with each zone; the name servers are `bind`, `nsd` and `knot`, unless told. */
interface ZonePlan {
  readonly signing?: Signing;
  /** At the parent; in the zone, where it differs. */
  readonly servers: readonly Host[];
  readonly ownServers?: readonly Host[];
  readonly servedBy?: readonly Daemon[];
  /** Old glue at the parent. */
  readonly glueOf?: Host;
  /** Delegated to as well; its domain does not exist. */
  readonly lostServer?: string;
  readonly ds?: 'right' | 'of-another-key' | 'without-keys';
}
type Daemon = 'bind' | 'nsd' | 'knot';
type Host = Daemon | 'dead';

const good: Signing = { algorithm: 'ECDSAP256SHA256' };
export const zonePlans = {
  'good.test': { servers: ['nsd', 'knot'], servedBy: ['nsd', 'knot'], signing: { ...good, nsec3: [] } },
  'plain.test': { servers: ['nsd', 'knot'], servedBy: ['nsd', 'knot'] },
  'rsa.test': { servers: ['bind', 'nsd'], signing: { algorithm: 'RSASHA256' } },
  'iterated.test': { servers: ['bind', 'nsd'], signing: { ...good, nsec3: ['-3', 'aabb', '-H', '10'] } },
  'expired.test': { servers: ['bind', 'nsd'], signing: { ...good, expired: true } },
  'wrong-ds.test': { servers: ['bind', 'nsd'], signing: good, ds: 'of-another-key' },
  'unsigned-key.test': { servers: ['bind', 'nsd'], signing: { ...good, unsignedKeys: true } },
  'ds-unsigned.test': { servers: ['bind', 'nsd'], ds: 'without-keys' },
  'lame.test': { servers: ['bind', 'nsd'], servedBy: ['bind'] },
  'dead.test': { servers: ['bind', 'nsd', 'dead'] },
  'mismatch.test': {
    servers: ['bind', 'knot'],
    ownServers: ['bind', 'nsd'],
    servedBy: ['bind', 'nsd', 'knot'],
  },
  'dangling.test': { servers: ['bind', 'nsd'], lostServer: 'ns.never-registered.example' },
  'glue.test': { servers: ['bind', 'nsd'], glueOf: 'knot', servedBy: ['bind', 'nsd', 'knot'] },
} as const satisfies Readonly<Record<string, ZonePlan>>;
export type WorldZone = keyof typeof zonePlans;

/** @throws BedUnavailableError | BedFailedError */
export async function startDnsWorld(): Promise<DnsWorld> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-dns-world-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const hosts = hostsOf(block);
  const made = await Promise.all(
    Object.entries(zonePlans).map(async ([name, plan]) => makeZone(name, plan, hosts, dir)),
  );
  const filesOf = (daemon: Daemon) =>
    Object.fromEntries(made.filter(isServedBy(daemon)).map(({ name, file }) => [`${name}.db`, file]));
  const zonesOf = (daemon: Daemon) =>
    made.filter(isServedBy(daemon)).map(({ name }) => ({ name, file: `${name}.db`, more: '' }));
  const folder = async (name: string) => {
    await mkdir(join(dir, name));
    return join(dir, name);
  };

  const dead: SilentServer = stack.use(await startSilentServer(hosts.dead, 53));
  stack.use(
    await runNsd({
      label: 'NSD',
      dir: await folder('nsd'),
      address: hosts.nsd,
      files: filesOf('nsd'),
      settings: hardenedSettings,
      zones: zonesOf('nsd'),
    }),
  );
  stack.use(
    await runKnot({
      label: 'Knot DNS',
      dir: await folder('knot'),
      address: hosts.knot,
      files: filesOf('knot'),
      settings: knotSettings,
      zones: zonesOf('knot'),
    }),
  );
  stack.use(
    await startBindOf(
      zonesOf('bind').map(({ name }) => name),
      filesOf('bind'),
      hosts.bind,
      await folder('bind'),
    ),
  );
  const parents = made.map(({ delegation }) => delegation).join('');
  stack.use(await startRoot(block.root, parents, await folder('root')));
  stack.use(await startWorldResolver(block, await folder('resolver')));
  const owned = stack.move();
  return {
    resolver: { address: block.resolver, port: 53 },
    root: block.root,
    dead: dead.address,
    serversOf: (zone) =>
      zonePlans[zone].servers.map((host) => ({ name: `ns-${host}.${zone}`, address: hosts[host] })),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

type Hosts = Readonly<Record<Host, string>>;

function hostsOf(block: AddressBlock): Hosts {
  const prefix = block.resolver.split('.').slice(0, 3).join('.');
  return { bind: `${prefix}.61`, nsd: `${prefix}.62`, knot: `${prefix}.63`, dead: `${prefix}.64` };
}

interface MadeZone {
  readonly name: string;
  readonly file: string;
  /** What stands in the parent zone. */
  readonly delegation: string;
  readonly servedBy: readonly Host[];
}

const isServedBy = (daemon: Daemon) => (zone: MadeZone) => zone.servedBy.includes(daemon);

async function makeZone(name: string, plan: ZonePlan, hosts: Hosts, dir: string): Promise<MadeZone> {
  const own = plan.ownServers ?? plan.servers;
  const everyone = [...new Set([...plan.servers, ...own])];
  const lines = [
    `$TTL 3600`,
    `${name}. IN SOA ns-${own[0]}.${name}. hostmaster.${name}. 1 14400 3600 1209600 3600`,
    ...own.map((host) => `${name}. IN NS ns-${host}.${name}.`),
    ...everyone.map((host) => `ns-${host}.${name}. IN A ${hosts[host]}`),
    `${name}. IN A 192.0.2.80`,
    `www.${name}. IN A 192.0.2.80`,
    `${name}. IN MX 10 mail.${name}.`,
    `mail.${name}. IN A 192.0.2.25`,
    `${name}. IN TXT "v=spf1 mx -all"`,
  ];
  const plain = `${lines.join('\n')}\n`;
  const signing = plan.signing ?? (plan.ds === 'without-keys' ? good : undefined);
  const signed =
    signing === undefined ? null : await signZone(name, plain, signing, join(dir, `keys-${name}`));
  const another =
    plan.ds === 'of-another-key' ? await signZone(name, plain, good, join(dir, `other-${name}`)) : null;
  const ds = (another ?? signed)?.ds ?? '';
  const glue = (host: Host) =>
    hosts[plan.glueOf !== undefined && host === plan.servers[0] ? plan.glueOf : host];
  const delegation = [
    ...plan.servers.map(
      (host) => `${name}. IN NS ns-${host}.${name}.\nns-${host}.${name}. IN A ${glue(host)}\n`,
    ),
    ...(plan.lostServer === undefined ? [] : [`${name}. IN NS ${plan.lostServer}.\n`]),
    ds,
  ].join('');
  const isSigned = signed !== null && plan.ds !== 'without-keys';
  return { name, file: isSigned ? signed.zone : plain, delegation, servedBy: plan.servedBy ?? plan.servers };
}

export const knotSettings = '    identity: ""\n    version: ""\n    nsid: ""\n';

function startBindOf(
  zones: readonly string[],
  files: Readonly<Record<string, string>>,
  address: string,
  dir: string,
): Promise<AsyncDisposable> {
  return startNamed({
    label: 'BIND',
    dir,
    address,
    readyZone: zones[0] ?? '.',
    files,
    configuration: `
options {${commonOptions(dir)}
  listen-on { ${address}; };
  recursion no;
  allow-transfer { none; };
  minimal-any yes;
  version none;
  hostname none;
};
${zones.map((name) => `zone "${name}" { type primary; file "${name}.db"; };`).join('\n')}
`,
  });
}
