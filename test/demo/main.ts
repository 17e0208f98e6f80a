import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startService } from '../../scheduler/commands/processes.ts';
import { parseArguments, usage } from './arguments.ts';
import { interrupted } from './interrupted.ts';
import { startLab } from './lab.ts';
import { portsOf, reservationFor } from './reservation.ts';
import { tellReport } from './tell-report.ts';
import { assetsOf, foundTown, staff } from './town.ts';
import { watchProgress } from './watch.ts';

const options = parseArguments(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const folder = path.resolve(import.meta.dirname, '../../var/demo');
const longestMs = 10 * 60_000;
const tell = (line: string) => process.stdout.write(`${line}\n`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await using log = await open(path.join(folder, 'service.log'), 'w');

tell('診断されるサーバーを起動しています / starting the servers to diagnose');
await using lab = await startLab();
for (const bed of lab.beds)
  tell(
    `  ${bed.strength} ${bed.daemon}: ${bed.address}${lab.standIns.includes(`${bed.strength}-${bed.daemon}`) ? ' (Node)' : ''}`,
  );
const ca = path.join(folder, 'lab-ca.pem');
await writeFile(ca, lab.ca.rootPem);

tell('ポータル、スケジューラー、診断装置を起動しています / starting portal, scheduler and scanner');
await using service = await startService({
  env: {
    ...process.env,
    ENKAKU_VAR: folder,
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
});
if (service.adminLink === null) throw new Error('the demo’s database is not new');

const { client, assetIds } = await foundTown(service.portalUrl, service.adminLink, assetsOf(lab));
const reservationId = await client.book(reservationFor(assetIds, portsOf(lab.beds)));
tell(`予約しました / booked: ${service.portalUrl}/reservations/${reservationId}`);

const watching = new AbortController();
const watched = watchProgress(client, reservationId, (line) => tell(`  ${line}`), watching.signal);
const reportId = await client.waitForReport(reservationId, AbortSignal.timeout(longestMs));
watching.abort();
await watched;
await tellReport(client, reportId, path.join(folder, 'report'), tell);
tell(`\nポータル / portal: ${service.portalUrl}/reports/${reportId}`);
tell(`メール / mails: ${service.portalUrl}/dev/mailbox`);
tell(`サインイン / sign in: ${staff.email} · ${staff.password} · TOTP ${client.totpSecret}`);
if (options.afterwards === 'stay') {
  tell('Ctrl-C で終了します / Ctrl-C ends it');
  await interrupted();
}
