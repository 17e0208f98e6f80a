import { mkdir } from 'node:fs/promises';
import { Packet } from 'dns2';
import { requireProgram, startDaemon, writeOwnFiles } from './daemon.ts';
import { udpAnswer } from './ready.ts';

export interface NamedOptions {
  readonly label: string;
  readonly dir: string;
  readonly address: string;
  /** Further addresses that the configuration listens on. */
  readonly otherAddresses?: readonly string[];
  /** Answered with SOA as soon as the server is up. */
  readonly readyZone: string;
  /** Files beside named.conf; `configuration` names them relatively. */
  readonly files: Readonly<Record<string, string>>;
  readonly configuration: string;
}

/** What every named of the beds has in common: it writes into its own folder only and asks nobody on the Internet. */
export function commonOptions(dir: string): string {
  return `
  directory "${dir}";
  pid-file none;
  session-keyfile none;
  lock-file none;
  managed-keys-directory "${dir}";
  listen-on-v6 { none; };
  dnssec-validation no;
  notify no;
  trust-anchor-telemetry no;
  max-cache-size 8m;
`;
}

export async function startNamed(options: NamedOptions): Promise<AsyncDisposable> {
  const program = requireProgram('named', 'bind9');
  const { dir } = options;
  await mkdir(dir, { recursive: true });
  await writeOwnFiles(dir, { ...options.files, 'named.conf': `controls { };\n${options.configuration}` });
  return startDaemon({
    label: options.label,
    program,
    arguments: ['-g', '-n', '1', '-c', `${dir}/named.conf`],
    dir,
    user: 'unprivileged',
    // BIND binds nothing that is not the address of an interface, though all of 127.0.0.0/8 is local.
    interfaceAddresses: [options.address, ...(options.otherAddresses ?? [])],
    ready: () => answersSoa(options.address, options.readyZone),
  });
}

export async function answersSoa(address: string, zone: string): Promise<boolean> {
  const query = new Packet();
  query.header.id = 0x4e4b;
  query.questions.push(
    Object.assign(new Packet.Question(zone), { type: Packet.TYPE.SOA, class: Packet.CLASS.IN }),
  );
  const answer = await udpAnswer(address, 53, query.toBuffer());
  return answer !== null && Packet.parse(answer).answers.length > 0;
}
