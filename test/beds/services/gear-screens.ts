import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nobody, requireProgram, startDaemon, writeOwnFiles } from '../daemon.ts';
import { firstTcpBytes, greets } from '../ready.ts';
import type { StartService } from './daemons.ts';

const run = promisify(execFile);

/** xrdp: RDP's own old encryption, or inside only: it has no login before the session. */
export const xrdp: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('xrdp', 'xrdp');
  const listen = strength === 'weak' ? address : inner;
  await run(requireProgram('xrdp-keygen', 'xrdp'), ['xrdp', join(dir, 'rsakeys.ini'), '2048']);
  await chown(join(dir, 'rsakeys.ini'), nobody.uid, nobody.gid);
  await writeOwnFiles(dir, {
    'xrdp.ini': `
[Globals]
ini_version=1
fork=true
port=tcp://${listen}:3389
security_layer=rdp
crypt_level=low
rsakeys_ini=${dir}/rsakeys.ini
[Logging]
LogFile=${dir}/xrdp.log
LogLevel=INFO
EnableSyslog=false
[Channels]
`,
  });
  return startDaemon({
    label: `${strength} xrdp`,
    program,
    arguments: ['--nodaemon', '--config', join(dir, 'xrdp.ini')],
    dir,
    user: 'root',
    logs: ['xrdp.log'],
    ready: async () =>
      (await firstTcpBytes(listen, 3389, Buffer.from('030000130ee000000000000100080000000000', 'hex'))) !==
      null,
  });
};

/** TigerVNC: a screen for anyone, or inside only and with a password. */
export const tigervnc: StartService = async ({ address, inner, dir, strength }) => {
  const program = requireProgram('Xtigervnc', 'tigervnc-standalone-server');
  const listen = strength === 'weak' ? address : inner;
  const display = strength === 'weak' ? ':77' : ':78';
  await writeOwnFiles(dir, {});
  return startDaemon({
    label: `${strength} TigerVNC`,
    program,
    arguments: [
      ...[display, '-interface', listen, '-rfbport', '5900', '-geometry', '64x64', '-nolisten', 'tcp'],
      ...['-SecurityTypes', strength === 'weak' ? 'None' : 'TLSVnc', '-UseIPv6=0', '-ac'],
      ...['-nolisten', 'unix'],
    ],
    dir,
    user: 'unprivileged',
    ready: greets(listen, 5900, 'RFB '),
  });
};
