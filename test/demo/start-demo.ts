import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Service, startService } from '../../scheduler/commands/processes.ts';
import { type Lab, startLab } from './lab.ts';

const compileCache = path.resolve(import.meta.dirname, '../../var/compile-cache');

/** Servers to diagnose, and a service that may reach them and nothing else. */
export interface Demo extends AsyncDisposable {
  readonly lab: Lab;
  readonly service: Service;
  readonly adminLink: string;
}

/** @param folder emptied first; afterwards it holds the database, the mails and `service.log` */
export async function startDemo(folder: string, tell: (line: string) => void): Promise<Demo> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await using started = new AsyncDisposableStack();
  const log = started.use(await open(path.join(folder, 'service.log'), 'w'));

  tell('診断されるサーバーを起動しています / starting the servers to diagnose');
  const lab = started.use(await startLab());
  for (const bed of lab.beds) {
    const standIn = lab.standIns.includes(`${bed.strength}-${bed.daemon}`) ? ' (Node)' : '';
    tell(`  ${bed.strength} ${bed.daemon}: ${bed.address}${standIn}`);
  }
  const ca = path.join(folder, 'lab-ca.pem');
  await writeFile(ca, lab.ca.rootPem);

  tell('ポータル、スケジューラー、診断装置を起動しています / starting portal, scheduler and scanner');
  const service = started.use(
    await startService({
      env: {
        ...process.env,
        ENKAKU_VAR: folder,
        // The folder is new every time; what was compiled for the last demo serves this one as well.
        NODE_COMPILE_CACHE: compileCache,
        DATABASE_URL: `sqlite:${path.join(folder, 'enkaku.db')}`,
        ENKAKU_NETWORK: 'lab',
        ENKAKU_RESOLVER: lab.resolver === null ? '' : `${lab.resolver.address}:${lab.resolver.port}`,
        ENKAKU_CA: ca,
        PORTAL_PORT: process.env.PORTAL_PORT ?? '0',
        FLEET_PORT: process.env.FLEET_PORT ?? '0',
        SMTP_URL: '',
      },
      scanner: 'local',
      output: log.fd,
      died: (name, why) => process.stderr.write(`${name} ended (${why}), see ${folder}/service.log\n`),
    }),
  );
  if (service.adminLink === null) throw new Error('the database of the demo is not new');
  const running = started.move();
  return { lab, service, adminLink: service.adminLink, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
