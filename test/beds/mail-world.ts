import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimBlock } from './address-block.ts';
import { knotSettings } from './dns-world.ts';
import { runKnot } from './knot.ts';
import {
  faultyMail,
  hardenedMail,
  hardenedRecords,
  type MailPlan,
  mailLines,
  soundMail,
} from './mail-zones.ts';
import { hardenedSettings, runNsd } from './nsd.ts';
import { signZone } from './sign-zone.ts';
import { startRoot, startWorldResolver } from './world-root.ts';

/** Mail domains in order and with one fault each, served by NSD and Knot below a root and a resolver of our own. */
export interface MailWorld extends AsyncDisposable {
  readonly resolver: { readonly address: string; readonly port: number };
}

interface Server {
  readonly name: string;
  readonly address: string;
}

/** @throws BedUnavailableError | BedFailedError */
export async function startMailWorld(): Promise<MailWorld> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-mail-world-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const prefix = block.resolver.split('.').slice(0, 3).join('.');
  const servers = { nsd: `${prefix}.62`, knot: `${prefix}.63` };
  const named = Object.entries(servers).map(([name, address]) => ({ name: `ns-${name}`, address }));
  const plans: Readonly<Record<string, MailPlan>> = { ...faultyMail, ...soundMail };
  const plain = Object.entries(plans).map(([domain, { records = {} }]) => ({
    domain,
    file: zoneFile(domain, mailLines(domain, records), named),
  }));
  const signed = await signZone(
    hardenedMail,
    zoneFile(hardenedMail, mailLines(hardenedMail, hardenedRecords), named),
    { algorithm: 'ECDSAP256SHA256', nsec3: [] },
    join(dir, 'keys'),
  );
  const all = [...plain, { domain: hardenedMail, file: signed.zone }];
  const shared = {
    files: Object.fromEntries(all.map(({ domain, file }) => [`${domain}.db`, file])),
    zones: all.map(({ domain }) => ({ name: domain, file: `${domain}.db`, more: '' })),
  };
  const folder = async (name: string) => {
    await mkdir(join(dir, name));
    return join(dir, name);
  };
  stack.use(
    await runNsd({
      ...shared,
      label: 'NSD',
      dir: await folder('nsd'),
      address: servers.nsd,
      settings: hardenedSettings,
    }),
  );
  stack.use(
    await runKnot({
      ...shared,
      label: 'Knot DNS',
      dir: await folder('knot'),
      address: servers.knot,
      settings: knotSettings,
    }),
  );
  const delegations = all.map(({ domain }) => delegationOf(domain, named)).join('') + signed.ds;
  stack.use(await startRoot(block.root, delegations, await folder('root')));
  stack.use(await startWorldResolver(block, await folder('resolver')));
  const owned = stack.move();
  return {
    resolver: { address: block.resolver, port: 53 },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function zoneFile(domain: string, records: readonly string[], servers: readonly Server[]): string {
  const soa = `${servers[0]?.name}.${domain}. hostmaster.${domain}. 1 14400 3600 1209600 3600`;
  return `$TTL 3600\n${domain}. IN SOA ${soa}\n${delegationOf(domain, servers)}${records.join('\n')}\n`;
}

/** Name servers with their addresses: the same in the parent and in the zone. */
function delegationOf(domain: string, servers: readonly Server[]): string {
  return servers
    .map(({ name, address }) => `${domain}. IN NS ${name}.${domain}.\n${name}.${domain}. IN A ${address}\n`)
    .join('');
}
