import path from 'node:path';
import { parseArguments, usage } from './arguments.ts';
import { interrupted } from './interrupted.ts';
import { portsOf, reservationFor } from './reservation.ts';
import { startDemo } from './start-demo.ts';
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

await using demo = await startDemo(folder, tell);
const { service, lab } = demo;
const { client, assetIds } = await foundTown(service.portalUrl, demo.adminLink, assetsOf(lab));
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
