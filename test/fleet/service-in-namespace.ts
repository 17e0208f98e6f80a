import { once } from 'node:events';
import { createServer } from 'node:http';
import { startService } from '../../scheduler/commands/processes.ts';
import { reservationFor } from '../demo/reservation.ts';
import { foundTown } from '../demo/town.ts';

/**
 * Runs inside a network namespace: a service without a scanner, and one web server to diagnose.
 * Arguments: the address of the namespace, the folder of the service. Says `{"join"}` and later `{"report"}` in lines of JSON.
 */
const [address = '', folder = ''] = process.argv.slice(2);
const webPort = 8080;
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

const web = createServer((_, response) => {
  response
    .setHeader('content-type', 'text/html')
    .end('<!doctype html><title>役場</title><p>役場のページ</p>');
}).listen(webPort, address);
await once(web, 'listening');

await using service = await startService({
  env: { ...process.env, ENKAKU_VAR: folder, ENKAKU_NETWORK: 'lab', FLEET_HOST: address, PORTAL_PORT: '0' },
  scanner: 'none',
  output: 2,
});
say({ join: `${service.fleetUrl}#${await service.newJoinToken()}` });

const { client, assetIds } = await foundTown(service.portalUrl, service.adminLink ?? '', [
  { kind: 'address', value: address, label: '役場のサーバー' },
]);
const reservationId = await client.book(reservationFor(assetIds, `${webPort}`));
const reportId = await client.waitForReport(reservationId, AbortSignal.timeout(90_000));
say({ report: await client.report(reportId) });
web.close();
